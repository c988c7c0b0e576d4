/* Gives what the library of the search boxes builds the name of its field, and takes away roles that need another. */
function nameOne(select) {
  const box = select.nextElementSibling;
  if (!box?.classList.contains("select2-container")) return;
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  const name = select.getAttribute("aria-label") ?? label?.textContent.trim();
  if (!name) return;
  const selection = box.querySelector(".select2-selection");
  const shown = box.querySelector(".select2-selection__rendered");
  const field = box.querySelector(".select2-search__field");
  if (field) {
    field.setAttribute("aria-label", name);
    selection.setAttribute("aria-label", name);
  } else {
    selection.setAttribute("aria-label", name);
    if (shown.id && label) {
      label.id ||= `${select.id}_label`;
      selection.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    } else {
      selection.removeAttribute("aria-labelledby");
    }
    shown.removeAttribute("role");
    shown.removeAttribute("aria-readonly");
  }
}

export function nameSearchBoxes(place) {
  /* The library builds its boxes when the document is ready; what is asked for later comes after it. */
  window.django?.jQuery?.(() => {
    for (const select of place.querySelectorAll("select.admin-autocomplete")) nameOne(select);
  });
  /* The boxes of two lists are built when everything is loaded. */
  addEventListener("load", () => {
    for (const sign of place.querySelectorAll(".help-tooltip[aria-label]:not([role])")) sign.setAttribute("role", "img");
  });
}
