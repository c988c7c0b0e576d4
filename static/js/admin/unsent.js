/* A page with several forms: what was typed into the others is still there after one of them was sent. */

/** Keep the text of the forms in `place` that are not sent, for this tab and until the page is opened again. */
export function keepUnsent(place) {
  const name = `unsent:${location.pathname}`;
  const fields = [...place.querySelectorAll("textarea[id], input[type=text][id], input[type=email][id]")];
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}");
  sessionStorage.removeItem(name);
  for (const field of fields) {
    if (!kept[field.id] || field.value) continue;
    field.value = kept[field.id];
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
  place.addEventListener("submit", (event) => {
    const others = fields.filter((field) => field.form !== event.target && field.value);
    if (others.length === 0) return;
    sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(others.map((field) => [field.id, field.value]))));
  });
}
