/* Alt and Q lead to the search of the newsroom from anywhere; the letter is taken by its place on the keyboard. */
export function searchByKey(field) {
  document.addEventListener("keydown", (event) => {
    const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat } = event;
    if (isComposing || repeat || code !== "KeyQ" || !altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
