/* Shown only where a script can print. */
export function print(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
