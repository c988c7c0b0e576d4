/* Names under a search field while one types. Without this the form searches just as well. */
const PAUSE = 140;

export function suggestions(form) {
  const field = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${field.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  form.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) field.setAttribute(name, value);

  let timer;
  let asked = "";
  let chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(position) {
    const options = [...list.children];
    chosen = (position + options.length + 1) % (options.length + 1);
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < options.length) {
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function show(found) {
    list.replaceChildren(...found.map((one, at) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const link = document.createElement("a");
      link.href = one.address;
      link.tabIndex = -1;
      link.append(text("suggestions__title", one.title));
      if (one.name !== one.title) link.append(" ", text("suggestions__name", one.name));
      link.append(" ", text("suggestions__kind", one.kind));
      option.append(link);
      return option;
    }));
    chosen = found.length;
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function ask() {
    const words = field.value.trim();
    if (words === asked) return;
    asked = words;
    if (!words) return close();
    const answer = await fetch(`${form.dataset.url}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (answer?.ok && asked === words) show(await answer.json());
  }

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("compositionend", () => { timer = setTimeout(ask, PAUSE); });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "Escape") return close();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen < list.children.length) {
      event.preventDefault();
      location.assign(list.children[chosen].firstChild.href);
    }
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
}

function text(name, words) {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = words;
  return element;
}
