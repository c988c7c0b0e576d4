/* Says every half minute that this form is open, and shows who else has the record open. */
const EVERY = 30_000;

export function showPresence(place) {
  const form = place.closest("form");
  const { presence, form: key, record } = place.dataset;
  const says = place.querySelector(".keeping__others");
  if (!record) return;

  async function beat() {
    if (document.visibilityState !== "visible") return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("form", key);
    body.set("record", record);
    const answer = await fetch(presence, { method: "POST", body }).catch(() => null);
    if (!answer?.ok) return;
    const { others } = await answer.json();
    const text = others.join(" ");
    if (says.textContent !== text) says.textContent = text;
  }

  document.addEventListener("visibilitychange", beat);
  setInterval(beat, EVERY);
  beat();
}
