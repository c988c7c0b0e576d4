/* A row of a list stands as a card on a phone: there each cell needs the heading of its column. */

/** Write the heading of its column into each cell of `table` (`data-heading`), and mark the cells that say nothing. */
export function labelCells(table) {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])].map(
    (cell) => (cell.querySelector(".text") ?? cell).textContent.trim(),
  );
  for (const row of table.tBodies[0]?.rows ?? []) {
    for (const cell of row.querySelectorAll("td:not(.action-checkbox)")) {
      cell.dataset.heading = headings[cell.cellIndex] ?? "";
      const saysNothing = ["", "-", "–"].includes(cell.textContent.trim());
      cell.classList.toggle("is-blank", saysNothing && !cell.querySelector("img, input, select, button, a"));
    }
  }
}
