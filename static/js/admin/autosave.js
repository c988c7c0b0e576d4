/* Keeps what is typed into a form while it is typed, warns before it is left, and sends it only to a person who is
   still logged in: otherwise the text would be lost on the way to the login page. */
import { keeperOf } from "./keeper.js";

const EVERY = 10_000;
/* The most that a browser sends while a page goes away, in characters of text that may take three bytes each. */
const WHILE_LEAVING = 20_000;

export function keepUnsaved(place) {
  const form = place.closest("form");
  const keeper = keeperOf(place, form);
  const says = place.querySelector(".keeping__says");
  const dialog = place.querySelector("dialog");
  let baseline = "unsaved" in place.dataset ? "" : null;
  let kept = null;
  let isSent = false;

  const isDirty = () => baseline !== null && keeper.fields() !== baseline;
  const say = (text, isBad = false) => {
    says.textContent = text;
    says.classList.toggle("keeping__says--bad", isBad);
  };

  /* "kept", "out" when nobody is logged in, "offline", or "refused". */
  async function keep(options = {}) {
    const fields = keeper.fields();
    const { outcome, at } = await keeper.send(fields, options);
    if (outcome === "kept") {
      kept = fields;
      say(place.dataset.saysKept.replace("{time}", at));
      if (dialog.open) dialog.close();
    } else if (outcome === "out") {
      if (!dialog.open) dialog.showModal();
    } else {
      say(outcome === "offline" ? place.dataset.saysOffline : place.dataset.saysRefused, true);
    }
    return outcome;
  }

  const keepWhatIsNew = () => {
    if (!isSent && isDirty() && keeper.fields() !== kept) return keep();
  };

  /* What stands in the form before the first touch is what was there; editors have settled by then. */
  const remember = () => {
    baseline ??= keeper.fields();
  };
  for (const kind of ["focusin", "pointerdown", "keydown"]) form.addEventListener(kind, remember, { capture: true });

  setInterval(keepWhatIsNew, EVERY);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !isSent && isDirty()) {
      const fields = keeper.fields();
      if (fields !== kept) keeper.send(fields, { keepalive: fields.length < WHILE_LEAVING });
    } else if (document.visibilityState === "visible" && dialog.open) {
      keep();
    }
  });
  addEventListener("focus", () => {
    if (dialog.open) keep();
  });
  addEventListener("beforeunload", (event) => {
    if (!isSent && isDirty()) event.preventDefault();
  });
  addEventListener("pageshow", () => {
    isSent = false;
  });
  place.querySelector("[data-close]").addEventListener("click", () => dialog.close());

  form.addEventListener("submit", async (event) => {
    if (isSent || event.defaultPrevented) return;
    event.preventDefault();
    const { submitter } = event;
    const outcome = await keep();
    if (outcome === "out" || outcome === "offline") return;
    isSent = true;
    form.requestSubmit(submitter);
  });
}
