/* Marks, while a translation is typed, the terms of its source that it does not say yet. */
function typed(pair) {
  const area = pair.querySelector("textarea");
  const editor = pair.querySelector("[contenteditable=true]");
  return (editor ? editor.textContent : (area?.value ?? "")).toLowerCase();
}

function watchTerms(pair) {
  const terms = [...pair.querySelectorAll("[data-accepted]")];
  if (!terms.length) return;
  const show = () => {
    const text = typed(pair);
    for (const term of terms) {
      const said = JSON.parse(term.dataset.accepted).some((one) => text.includes(one.toLowerCase()));
      term.classList.toggle("is-missing", !said);
    }
  };
  pair.addEventListener("input", (event) => {
    // A word that an input method is still composing is no word yet.
    if (!event.isComposing) show();
  });
  pair.addEventListener("compositionend", show);
  show();
}

for (const pair of document.querySelectorAll(".pair")) watchTerms(pair);
