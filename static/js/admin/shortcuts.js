/* Keys of a form. Letters are taken by their place on the keyboard, because Alt changes what they write on a Mac. */
const EDITABLE = ".ProseMirror, input:not([type=hidden], [type=checkbox], [type=file]), textarea, select";

const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
const isTyping = (target) => target.isContentEditable || target.matches?.("input, textarea, select");

/* What one types into in a cell: the editor where there is one, else the field itself. */
const entryOf = (cell) => [...cell.querySelectorAll(EDITABLE)].find(isShown);

function cellsOf(form, language) {
  const all = [...form.querySelectorAll(`.cell[data-language="${language}"]`)];
  return all.filter((cell) => !cell.closest(".empty-form") && entryOf(cell));
}

function open(cell) {
  const closed = cell?.closest("details:not([open])");
  if (closed) closed.open = true;
  const entry = cell && entryOf(cell);
  entry?.focus();
  cell?.scrollIntoView({ block: "nearest" });
}

function acrossFrom(cell) {
  const { language } = cell.dataset;
  return [...cell.parentElement.children].find((one) => one.dataset.language && one.dataset.language !== language);
}

function step(form, cell, way) {
  const cells = cellsOf(form, cell?.dataset.language ?? document.documentElement.lang.replace("hans", "Hans"));
  open(cell ? cells[cells.indexOf(cell) + way] : cells[0]);
}

export function listenToKeys(place) {
  const form = place.closest("form");
  const list = place.querySelector("[popover]");
  const button = place.querySelector("button[popovertarget]");
  document.querySelector(".submit-row.bar")?.append(button);
  button.hidden = false;

  const deeds = {
    KeyL: (cell) => cell && open(acrossFrom(cell)),
    KeyJ: (cell) => step(form, cell, 1),
    KeyK: (cell) => step(form, cell, -1),
    KeyG: () => document.querySelector(".jumps__link")?.focus(),
    KeyP: () => {
      const link = document.querySelector("a[data-preview]");
      if (link) window.open(link.href, "preview");
    },
    KeyU: () => document.querySelector(".bar__publish, .bar__withdraw")?.focus(),
    Slash: () => list.togglePopover(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.repeat) return;
    const { code, key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if ((ctrlKey || metaKey) && !altKey && !shiftKey && code === "KeyS") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[name=_continue]") ?? form.querySelector("[name=_save]"));
    } else if (altKey && !ctrlKey && !metaKey && !shiftKey && deeds[code]) {
      event.preventDefault();
      deeds[code](target.closest?.(".cell[data-language]"));
    } else if (key === "?" && !altKey && !ctrlKey && !metaKey && !isTyping(target)) {
      event.preventDefault();
      deeds.Slash();
    }
  });
}
