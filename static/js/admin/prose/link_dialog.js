/* Asks where the chosen words lead: to a record of this site, found by any of its names, or to an address. */
import { REFERENCE, ask, knownRecord, remember } from "./link.js";

const PAUSE = 200;
const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/|item:)/i;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#]\S*)?$/i;
let number = 0;

/* What was typed as the address of a link; null when it is none. */
function asAddress(text) {
  if (/\s/.test(text) || !text) return null;
  if (ADDRESS.test(text)) return text;
  return HOST.test(text) ? `https://${text}` : null;
}

function make(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

export function openLinkDialog(editor, { url, language, labels }) {
  const present = editor.getAttributes("link").href || "";
  const hasWords = !editor.state.selection.empty || editor.isActive("link");
  number += 1;
  const id = `link-choices-${number}`;

  const dialog = make("dialog", "ask ask--link");
  const form = document.createElement("form");
  form.method = "dialog";
  const title = make("h2", "ask__title", labels.linkTitle);
  title.id = `${id}-title`;
  dialog.setAttribute("aria-labelledby", title.id);
  const label = make("label", "ask__label", labels.linkSearch);
  const input = document.createElement("input");
  Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false });
  input.value = knownRecord(present)?.name || (present.startsWith(REFERENCE) ? "" : present);
  const untouched = input.value;
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-expanded", "false"],
    ["aria-controls", id],
    ["aria-autocomplete", "list"],
  ]) input.setAttribute(name, value);
  label.append(input);
  const list = make("ul", "ask__choices");
  list.id = id;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-labelledby", title.id);
  list.hidden = true;
  const note = make("p", "ask__note", labels.linkHint);
  note.setAttribute("role", "status");
  const foot = make("div", "ask__foot");
  for (const [name, className] of [["set", "button default"], ["unset", "button"], ["cancel", "button"]]) {
    if (name === "unset" && !present) continue;
    const button = make("button", className, labels[name]);
    // The words decide nothing by themselves: pressing Enter sets the link.
    button.type = name === "set" ? "submit" : "button";
    button.value = name;
    if (name !== "set") button.addEventListener("click", () => finish(name === "unset" ? "" : null));
    foot.append(button);
  }
  form.append(title, label, list, note, foot);
  dialog.append(form);

  let records = [];
  let chosen = -1;
  let waiting = 0;
  let asked = "";

  const say = (text, isBad = false) => {
    note.textContent = text;
    note.classList.toggle("ask__note--bad", isBad);
  };

  function choose(place) {
    chosen = place;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    const item = list.children[chosen];
    if (item) {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
      const record = records[chosen];
      say(record.isOpen ? labels.linkHint : labels.linkClosed, !record.isOpen);
    } else input.removeAttribute("aria-activedescendant");
  }

  function show(found) {
    records = found;
    list.replaceChildren(
      ...found.map((record, at) => {
        const item = make("li", "ask__choice");
        item.id = `${id}-${at}`;
        item.setAttribute("role", "option");
        item.append(make("span", "ask__name", record.name), make("span", "ask__other", record.other));
        item.append(make("span", "ask__kind", record.kind));
        if (!record.isOpen) item.append(make("span", "chip chip--warn", record.state));
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => finish(record.address, record));
        return item;
      }),
    );
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    const address = asAddress(input.value.trim());
    if (found.length) {
      say(labels.linkFound.replace("{number}", found.length));
      choose(0);
    } else {
      choose(-1);
      say(address ? labels.linkOutside.replace("{address}", address) : labels.linkNone);
    }
  }

  async function search() {
    const words = input.value.trim();
    asked = words;
    if (!words) return show([]) || say(labels.linkHint);
    const found = await ask(`${url}?${new URLSearchParams({ q: words, language })}`);
    // An answer that comes after a newer question is none.
    if (words !== asked || !dialog.open) return undefined;
    if (!found) {
      show([]);
      return say(labels.failed, true);
    }
    remember(found);
    return show(found);
  }

  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.isComposing) return;
    waiting = setTimeout(search, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !records.length) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    choose((chosen + steps[event.key] + records.length) % records.length);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (present && text === untouched) return finish(null);
    const isAnswered = asked === text;
    if (isAnswered && records[chosen]) return finish(records[chosen].address, records[chosen]);
    const address = asAddress(text);
    if (address) return finish(address);
    if (!text) return finish(present ? "" : null);
    // Enter before the answer came: the answer decides.
    clearTimeout(waiting);
    return isAnswered ? say(labels.linkWrong, true) : search();
  });
  dialog.addEventListener("close", () => dialog.remove());

  /* ``null`` leaves everything as it is, an empty address takes the link away. */
  function finish(address, record = null) {
    dialog.close();
    const chain = editor.chain().focus();
    if (address === null) return chain.run();
    if (!address) return chain.extendMarkRange("link").unsetLink().run();
    if (hasWords) return chain.extendMarkRange("link").setLink({ href: address }).run();
    const text = record?.name || address;
    return chain
      .insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href: address } }] })
      .unsetMark("link")
      .run();
  }

  document.body.append(dialog);
  dialog.showModal();
  input.select();
  if (knownRecord(present)) say(knownRecord(present).isOpen ? labels.linkHint : labels.linkClosed, !knownRecord(present).isOpen);
}
