/* A list of records kept in this browser: {kind}:{slug}, in the order in which they were added. Every link that this
   takes over leads to the same list by its address; without script, or where nothing can be stored, it simply does. */
const KEY = "shortlist";
const ITEM = /^[a-z]+:[A-Za-z0-9_-]{1,120}$/;
const MOST = 24;

function read() {
  try {
    const items = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(items) ? [...new Set(items)].filter((item) => ITEM.test(item)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function write(items) {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
    return true;
  } catch {
    return false;
  }
}

const address = (path, items) => (items.length ? `${path}?items=${items.join(",")}` : path);

/** Links that add say whether their record is on the list. */
function mark(items) {
  for (const link of document.querySelectorAll("a[data-shortlist]")) {
    const words = link.querySelector("[data-words]");
    link.dataset.off ??= words.textContent;
    const isOn = items.includes(link.dataset.shortlist);
    const now = isOn ? link.dataset.on : link.dataset.off;
    if (words.textContent === now) continue;
    words.textContent = now;
    link.toggleAttribute("data-is-on", isOn);
  }
}

export function tray(link) {
  const path = link.getAttribute("href");

  function show() {
    const items = read();
    link.href = address(path, items);
    link.hidden = !items.length || location.pathname === path;
    link.querySelector("[data-number]").textContent = items.length;
    mark(items);
  }

  document.addEventListener("click", (event) => {
    const taken = event.target.closest("a[data-shortlist]");
    if (!taken || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const item = taken.dataset.shortlist;
    const items = read();
    const isOn = items.includes(item);
    const said = link.querySelector("[data-said]");
    if (!isOn && items.length >= MOST) {
      event.preventDefault();
      said.textContent = link.dataset.full;
      location.assign(link.href);
      return;
    }
    if (!write(isOn ? items.filter((one) => one !== item) : [...items, item])) return;
    event.preventDefault();
    show();
    said.textContent = taken.querySelector("[data-words]").textContent;
  });
  addEventListener("storage", (event) => { if (event.key === KEY) show(); });
  addEventListener("pageshow", show);
  // Lists are replaced in place where filters answer at once.
  new MutationObserver(() => mark(read())).observe(document.getElementById("main"), { childList: true, subtree: true });
  show();
}

/** The page of the list: an empty address shows what this browser keeps, another one can be taken over. */
export function kept(region) {
  const here = region.dataset.items ? region.dataset.items.split(",") : [];
  const items = read();
  if (!here.length && items.length && !new URLSearchParams(location.search).has("items")) {
    location.replace(address(location.pathname, items));
    return;
  }
  const isOwn = here.length === items.length && here.every((one) => items.includes(one));
  region.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-shortlist-remove], a[data-shortlist-add]");
    if (!link) return;
    const { shortlistRemove: away, shortlistAdd: more } = link.dataset;
    if (away) write(read().filter((one) => one !== away));
    if (more && isOwn) write([...new Set([...read(), more])].slice(0, MOST));
  });
  const keep = region.querySelector("[data-kept=keep]");
  const isMissing = here.some((one) => !items.includes(one));
  if (keep && isMissing) {
    keep.hidden = false;
    keep.addEventListener("click", () => {
      if (!write([...new Set([...items, ...here])].slice(0, MOST))) return;
      keep.querySelector("span").textContent = keep.dataset.done;
      keep.disabled = true;
    });
  }
  const empty = region.querySelector("[data-kept=empty]");
  if (empty) {
    empty.hidden = !isOwn;
    empty.addEventListener("click", () => write([]));
  }
  const copy = region.querySelector("[data-kept=copy]");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(region.querySelector("#address").value);
      copy.querySelector("span").textContent = copy.dataset.done;
    });
  }
}
