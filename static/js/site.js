/* Mounts each component on the elements that name it. Every page works before this runs. */
import { menu } from "./components/menu.js";
import { theme } from "./components/theme.js";
import { print } from "./components/print.js";
import { filters } from "./components/filters.js";
import { directory } from "./components/directory.js";
import { consent } from "./components/consent.js";
import { localTime } from "./components/local_time.js";
import { draft, sent } from "./components/draft.js";
import { language } from "./components/language.js";
import { searchHere, suggestions } from "./components/suggestions.js";
import { kept, tray } from "./components/shortlist.js";

const components = {
  menu, theme, print, filters, directory, consent, draft, sent, language, localTime, searchHere,
  suggestions, tray, kept,
};

for (const element of document.querySelectorAll("[data-component]")) {
  components[element.dataset.component]?.(element);
}
