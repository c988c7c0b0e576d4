/* Facets answer at once: the page at the new address is fetched, and its parts take the place of those shown here.
   It is the whole page, so that one address has one answer, whoever asks; forms and links work without any of this. */
const TYPED = 350;
const parts = (root) => Object.fromEntries(
  [...root.querySelectorAll("[data-directory]")].map((element) => [element.dataset.directory, element]),
);

export function directory(region) {
  const here = parts(region);
  const narrow = matchMedia("(max-width: 63.99rem)");
  let asking = null;
  let timer = 0;
  let wasTyped = false;

  function addressOf(form) {
    const pairs = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value && name !== "q") pairs.append(name, value);
    const text = here.finder.elements.q.value.trim();
    if (text) pairs.append("q", text);
    const query = pairs.toString();
    return location.pathname + (query ? `?${query}` : "");
  }

  async function show(address, { remember = "push", to = null } = {}) {
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    const mine = asking;
    region.setAttribute("aria-busy", "true");
    let next = null;
    let page = null;
    try {
      const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
      next = answer.ok ? page.querySelector("[data-component=directory]") : null;
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    if (mine !== asking) return;
    if (!next) { location.assign(address); return; }
    take(page, next, remember, to);
    region.removeAttribute("aria-busy");
  }

  function take(page, next, remember, to) {
    const there = parts(next);
    const open = new Map([...region.querySelectorAll("[data-facet]")].map((one) => [one.dataset.facet, one.open]));
    const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
    for (const name of ["facets", "rest", "results"]) here[name].replaceChildren(...there[name].childNodes);
    for (const one of region.querySelectorAll("[data-facet]")) {
      if (open.has(one.dataset.facet)) one.open = open.get(one.dataset.facet);
    }
    if (document.activeElement !== here.finder.elements.q) here.finder.elements.q.value = there.finder.elements.q.value;
    const address = next.dataset.address;
    if (remember === "push") history.pushState(null, "", address);
    if (remember === "replace") history.replaceState(null, "", address);
    document.title = page.title;
    follow(page);
    const count = here.results.querySelector("#results");
    here.said.textContent = count.textContent;
    if (to === "results") { count.focus(); } else if (focused) document.getElementById(focused)?.focus();
  }

  /* What stands outside and speaks of this address: the other language, and what the head says. */
  function follow(page) {
    const places = "a[data-component=language], link[rel=canonical], link[rel=alternate], meta[name=robots]";
    const mine = document.querySelectorAll("a[data-component=language]");
    page.querySelectorAll("a[data-component=language]").forEach((link, place) => { mine[place].href = link.getAttribute("href"); });
    document.head.querySelectorAll(places).forEach((element) => element.remove());
    document.head.append(...page.head.querySelectorAll(places));
  }

  region.addEventListener("change", (event) => {
    if (here.form.contains(event.target)) { wasTyped = false; show(addressOf(here.form)); }
  });
  here.form.addEventListener("submit", (event) => {
    event.preventDefault();
    wasTyped = false;
    if (narrow.matches) here.form.closest("details").open = false;
    show(addressOf(here.form), { to: "results" });
  });
  here.finder.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressOf(here.form), { remember: wasTyped ? "replace" : "push" });
    wasTyped = false;
  });
  here.finder.elements.q.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(() => {
      show(addressOf(here.form), { remember: wasTyped ? "replace" : "push" });
      wasTyped = true;
    }, TYPED);
  });
  here.finder.elements.q.addEventListener("compositionend", () => here.finder.elements.q.dispatchEvent(new InputEvent("input")));
  region.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash || link.hasAttribute("download")) return;
    event.preventDefault();
    wasTyped = false;
    show(link.pathname + link.search, { to: "results" });
  });
  addEventListener("popstate", () => { wasTyped = false; show(location.pathname + location.search, { remember: "" }); });
}
