/* Says a moment in the visitor's own time, where that is not Beijing's. */
export function localTime(element) {
  const moment = new Date(element.dataset.moment);
  const beijing = 8 * 60;
  if (Number.isNaN(moment.getTime()) || -moment.getTimezoneOffset() === beijing) return;
  const format = new Intl.DateTimeFormat(document.documentElement.lang || "en", {
    dateStyle: "medium",
    timeStyle: "short",
  });
  element.textContent = element.dataset.words.replace("{moment}", format.format(moment));
}
