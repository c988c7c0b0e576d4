/* A page with several forms: what was typed into one of them is there, in this tab, until that form is sent.
   Who logs in here next does not see it: ``data-unsent`` is the key of the account. */

export function keepUnsent(place) {
  const name = `unsent:${place.dataset.unsent}:${location.pathname}`;
  const fields = [...place.querySelectorAll("textarea[id], input[type=text][id], input[type=email][id]")];
  const keep = (sent) => {
    const unsent = fields.filter((field) => field.form !== sent && field.value !== field.defaultValue);
    sessionStorage.setItem(name, JSON.stringify(Object.fromEntries(unsent.map((field) => [field.id, field.value]))));
  };
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}");
  for (const field of fields) {
    if (!kept[field.id] || field.value) continue;
    field.value = kept[field.id];
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
  place.addEventListener("input", () => keep(null));
  place.addEventListener("submit", (event) => keep(event.target));
}
