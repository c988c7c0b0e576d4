/* Choosing pictures in a form: what is chosen is seen, and the library opens in a dialog.
   A search by name in the field itself works as before, also without this. */
import { choosePicture } from "../prose/picker.js";
import { chooseMany } from "./many_chosen.js";

const language = () => (document.documentElement.lang.startsWith("zh") ? "zh-hans" : "en");

/* Puts a picture into a field whose options are fetched while searching. */
export function put(select, picture) {
  select.querySelectorAll(`option[value="${picture.pk}"]`).forEach((option) => option.remove());
  select.append(new Option(picture.name, picture.pk, true, true));
  select.dataset.thumb = picture.thumb;
  select.dataset.thumbOf = picture.pk;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

export function showChosen(root) {
  const fields = root.querySelectorAll("select[data-library]:not([name*=__prefix__])");
  for (const select of fields) if (!select.dataset.seen) dress(select);
  const groups = new Set([...root.querySelectorAll("select[data-library][data-many]")].map((select) => select.closest(".js-inline-admin-formset")));
  for (const group of groups) if (group && !group.querySelector("[data-add-many]")) offerMany(group);
}

function dress(select) {
  select.dataset.seen = "1";
  const words = JSON.parse(select.dataset.words);
  const wrapper = select.closest(".related-widget-wrapper") || select;
  const place = document.createElement("span");
  place.className = "chosen";
  const picture = document.createElement("img");
  picture.className = "chosen__picture";
  picture.alt = "";
  picture.width = picture.height = 160;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.choose;
  place.append(picture, button);
  wrapper.after(place);
  const first = select.value;
  const show = () => {
    const isKnown = select.dataset.thumb && (select.dataset.thumbOf ?? first) === select.value;
    picture.hidden = !isKnown;
    if (isKnown) picture.src = select.dataset.thumb;
  };
  // Select2 tells of a change through jQuery, whose handlers hear native events and send none.
  window.django?.jQuery(select).on("change", show);
  button.addEventListener("click", async () => {
    const chosen = await choosePicture({ url: select.dataset.library, language: language(), labels: { failed: words.failed } });
    button.focus();
    if (chosen) put(select, chosen);
  });
  show();
}

function offerMany(group) {
  const sample = group.querySelector("select[data-library][data-many]");
  const words = JSON.parse(sample.dataset.words);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.addMany = "";
  button.textContent = words.many;
  const place = document.createElement("div");
  place.className = "add-many";
  place.append(button);
  group.querySelector("fieldset").append(place);
  button.addEventListener("click", async () => {
    const pictures = await chooseMany({ url: sample.dataset.library, language: language(), words });
    for (const picture of pictures) {
      let select = empty(group);
      if (!select) {
        group.querySelector(".add-row a")?.click();
        select = empty(group);
      }
      if (select) put(select, picture);
    }
    button.focus();
  });
}

/* The field of a new row that has no picture yet. */
const empty = (group) =>
  [...group.querySelectorAll("select[data-library]:not([name*=__prefix__])")].find(
    (select) => !select.value && !select.closest(".has_original") && !select.closest(".empty-form"),
  );
