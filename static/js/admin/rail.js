/* The rail scrolls on its own in a low window: the list that one is in stays in sight. */
export function showPlace(rail) {
  const place = rail.querySelector("[aria-current]");
  if (!place || rail.scrollHeight <= rail.clientHeight) return;
  const below = place.getBoundingClientRect().bottom - rail.getBoundingClientRect().top;
  // The head of the page stands above the rail until one scrolls.
  if (below > rail.clientHeight * 0.8) rail.scrollTop = below - rail.clientHeight / 2;
}
