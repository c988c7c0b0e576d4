/* Keeps what is typed into the form for the desk in this browser, so that a closed tab or a lost line loses nothing.
   Boxes of consent and files are never kept. Without this the server shows everything again after an error. */

const KEY = "inquiry-draft";
const DAY = 24 * 3600 * 1000;
const PAUSE = 400;
const LEFT_OUT = new Set(["csrfmiddlewaretoken", "ticket", "website", "consent", "may_forward", "may_send_abroad", "drop", "files"]);

function stored() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && Date.now() - kept.at < DAY) return kept.fields;
    localStorage.removeItem(KEY);
  } catch {
    /* A browser that keeps nothing, or something that is no draft: the form works without. */
  }
  return null;
}

function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    /* Nothing was kept. */
  }
}

function save(form) {
  const fields = Object.fromEntries(
    [...new FormData(form)].filter(([name, value]) => !LEFT_OUT.has(name) && typeof value === "string"),
  );
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), fields }));
    return true;
  } catch {
    return false;
  }
}

/** Puts kept words into fields that are still as the server sent them; whether any was changed. */
function bringBack(form, fields) {
  let changed = false;
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (!field || field.value === value) continue;
    if (field instanceof RadioNodeList) {
      field.value = value;
      changed = true;
    } else if (!["hidden", "checkbox", "file"].includes(field.type)) {
      field.value = value;
      changed = true;
    }
  }
  return changed;
}

function line(form, words) {
  const place = document.createElement("p");
  place.className = "field__help inquiry__kept";
  place.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--text button--small";
  button.textContent = form.dataset.draftForget;
  button.addEventListener("click", () => {
    forget();
    form.reset();
    place.remove();
  });
  place.append(`${words} `, button);
  form.querySelector(".inquiry__kept")?.remove();
  form.prepend(place);
}

function checkFiles(form) {
  const input = form.querySelector("input[type=file]");
  input?.addEventListener("change", () => {
    const large = [...input.files].filter((file) => file.size > Number(form.dataset.mostBytes));
    const words = large.map((file) => `${file.name}: ${form.dataset.tooLarge}`).join(" ");
    const field = input.closest(".field");
    field.querySelector(".inquiry__too-large")?.remove();
    if (!words) return;
    const place = document.createElement("p");
    place.className = "field__errors inquiry__too-large";
    place.setAttribute("role", "alert");
    place.textContent = words;
    field.append(place);
    input.value = "";
  });
}

export function draft(form) {
  checkFiles(form);
  const cameBack = form.querySelector(":scope > .notice");
  const kept = cameBack ? null : stored();
  if (kept && bringBack(form, kept)) line(form, form.dataset.draftBack);
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (save(form) && !form.querySelector(".inquiry__kept")) line(form, form.dataset.draftKept);
    }, PAUSE);
  });
  form.addEventListener("reset", () => clearTimeout(timer));
}

/** The message has arrived: nothing of it stays in the browser. */
export function sent() {
  forget();
}
