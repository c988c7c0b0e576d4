/* Names under a search field while one types. Without this the form searches just as well. */
const PAUSE = 140;
let forms = 0;

export function suggestions(form) {
  const field = form.querySelector("input[type=search]");
  const list = made("ul", "suggestions");
  const said = made("p", "visually-hidden");
  list.id = `suggestions-${forms += 1}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  said.setAttribute("role", "status");
  form.append(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) field.setAttribute(name, value);

  let timer = 0;
  let asked = "";
  let chosen = -1;

  function choose(position) {
    const options = [...list.children];
    /* One place more than there are options: what was typed. */
    chosen = ((position + 1) + options.length + 1) % (options.length + 1) - 1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < 0) { field.removeAttribute("aria-activedescendant"); return; }
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function open() {
    list.hidden = !list.children.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    choose(-1);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  }

  function show(found) {
    list.replaceChildren(...found.map((one, at) => {
      const option = made("li", "suggestions__option");
      option.id = `${list.id}-${at}`;
      option.dataset.address = one.address;
      option.setAttribute("role", "option");
      option.append(made("span", "suggestions__title", one.title));
      if (one.name !== one.title) option.append(" ", made("span", "suggestions__name", one.name));
      option.append(" ", made("span", "suggestions__kind", one.kind));
      return option;
    }));
    choose(-1);
    open();
    const { none, one, many } = form.dataset;
    said.textContent = found.length > 1 ? many.replace("#", found.length) : found.length ? one : none;
  }

  async function ask() {
    const words = field.value.trim();
    if (words === asked) { open(); return; }
    asked = words;
    if (!words) { list.replaceChildren(); said.textContent = ""; close(); return; }
    const answer = await fetch(`${form.dataset.url}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    if (asked === words && document.activeElement === field) show(found);
  }

  function askSoon() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  /* Letters on their way to becoming Chinese are no question yet. */
  field.addEventListener("input", (event) => { if (!event.isComposing) askSoon(); });
  field.addEventListener("compositionend", askSoon);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!list.children.length) return;
      event.preventDefault();
      if (list.hidden) open();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.address);
    }
  });
  /* The field keeps the focus, so that the list is still there when the button is let go. */
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });
  field.addEventListener("blur", () => { clearTimeout(timer); close(); });
}

/* The glass in the header of a narrow page opens the header's own field; without this it leads to the search page. */
export function searchHere(link) {
  const form = document.querySelector(".header form.search");
  const field = form.querySelector("input[type=search]");
  const other = document.getElementById("page-search");
  link.setAttribute("aria-expanded", "false");

  function open(isOpen) {
    form.classList.toggle("search--open", isOpen);
    link.setAttribute("aria-expanded", String(isOpen));
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (other) { other.focus(); return; }
    open(!form.classList.contains("search--open"));
    if (form.classList.contains("search--open")) field.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    open(false);
    link.focus();
  });
}

function made(tag, name, text = "") {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
