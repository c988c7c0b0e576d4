/* Makes an editor of every rich-text area; the editor itself is fetched only by pages that have one. */
export function mountEditors(root) {
  const areas = [...root.querySelectorAll("textarea[data-prose]")].filter(
    (area) => !area.id.includes("__prefix__") && !area.closest(".prose-editing"),
  );
  if (!areas.length) return;
  import("./editor.js").then(({ edit }) => {
    for (const area of areas) edit(area);
  });
}
