/* How pictures leave an editor: where they are sent, and that their form waits for them. */
import { allArrived, areRunning, upload } from "./uploads.js";

const ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/avif";

export function sendingFrom(area, { language, labels }) {
  const place = {
    url: area.dataset.pasted,
    language,
    labels,
    mostBytes: Number(area.dataset.mostBytes),
    // Logging in again changes it while the form is open.
    token: () => area.form.elements.csrfmiddlewaretoken.value,
  };
  return {
    bringIn: (picture) => upload(picture, place),
    chooseFiles: ({ isMany }) =>
      new Promise((resolve) => {
        const input = document.createElement("input");
        Object.assign(input, { type: "file", accept: ACCEPTED, multiple: isMany });
        input.addEventListener("change", () => resolve([...input.files]));
        input.addEventListener("cancel", () => resolve([]));
        input.click();
      }),
  };
}

const waiting = new WeakSet();

/* A form is sent when its pictures have arrived: what is not there yet could only be saved as a place to be supplied. */
export function keepUntilArrived(form, labels, say) {
  if (waiting.has(form)) return;
  waiting.add(form);
  form.addEventListener(
    "submit",
    async (event) => {
      if (!areRunning()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      say(labels.uploadsRunning);
      await allArrived();
      say("");
      form.requestSubmit(submitter);
    },
    { capture: true },
  );
}
