/* Says every half minute that this form is open and once that it closes, and shows who else has the record open. */
const EVERY = 30_000;

export function showPresence(place) {
  const form = place.closest("form");
  const { presence, form: key, record } = place.dataset;
  const says = place.querySelector(".keeping__others");
  if (!record) return;

  function note(more = {}) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries({ form: key, record, ...more })) body.set(name, value);
    return body;
  }

  async function beat() {
    if (document.visibilityState !== "visible") return;
    const answer = await fetch(presence, { method: "POST", body: note() }).catch(() => null);
    if (!answer?.ok) return;
    const { others } = await answer.json();
    const text = others.join(" ");
    if (says.textContent !== text) says.textContent = text;
  }

  document.addEventListener("visibilitychange", beat);
  addEventListener("pagehide", () => navigator.sendBeacon(presence, note({ leaving: "1" })));
  setInterval(beat, EVERY);
  beat();
}
