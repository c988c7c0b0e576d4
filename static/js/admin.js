/* What the newsroom adds to its forms in the browser. Every form also works without it. */
import { keepUnsaved } from "./admin/autosave.js";
import { countCharacters } from "./admin/counter.js";
import { chooseFocus } from "./admin/focus.js";
import { orderRows } from "./admin/gallery.js";
import { labelCells } from "./admin/labelled.js";
import { showChosen } from "./admin/media/choose.js";
import { showMentions } from "./admin/mentions.js";
import { decideAboutNames } from "./admin/named.js";
import { nameSearchBoxes } from "./admin/names.js";
import { showPresence } from "./admin/presence.js";
import { mountEditors } from "./admin/prose/mount.js";
import { showPlace } from "./admin/rail.js";
import { searchByKey } from "./admin/search_key.js";
import { listenToKeys } from "./admin/shortcuts.js";
import { keepUnsent } from "./admin/unsent.js";

for (const input of document.querySelectorAll("[data-counter]")) countCharacters(input);
for (const picture of document.querySelectorAll("[data-focus]")) chooseFocus(picture);
mountEditors(document);
nameSearchBoxes(document);
for (const place of document.querySelectorAll("[data-shortcuts]")) listenToKeys(place);
for (const rail of document.querySelectorAll("#rail")) showPlace(rail);
orderRows(document);
showChosen(document);
for (const link of document.querySelectorAll("[data-mentions]")) showMentions(link);
for (const field of document.querySelectorAll("[data-search-key]")) searchByKey(field);
for (const table of document.querySelectorAll("#result_list, .as-cards")) labelCells(table);
for (const place of document.querySelectorAll("[data-unsent]")) keepUnsent(place);
for (const box of document.querySelectorAll("[data-named]")) decideAboutNames(box);
for (const place of document.querySelectorAll("[data-scratch]")) {
  keepUnsaved(place);
  showPresence(place);
}

document.addEventListener("formset:added", (event) => {
  for (const input of event.target.querySelectorAll("[data-counter]")) countCharacters(input);
  mountEditors(event.target);
  nameSearchBoxes(event.target);
  showChosen(event.target);
});
