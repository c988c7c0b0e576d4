/* Says beside the label how long a headline is, and marks it when it is too long for its column. */
export function countCharacters(input) {
  const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`);
  if (!label || input.id.includes("__prefix__") || label.querySelector(".counter")) return;
  const most = Number(input.dataset.counter);
  const counter = document.createElement("span");
  counter.className = "counter";
  counter.setAttribute("aria-hidden", "true");
  label.append(counter);
  const show = () => {
    const length = [...input.value].length;
    counter.textContent = length ? `${length} / ${most}` : "";
    counter.classList.toggle("counter--over", length > most);
  };
  input.addEventListener("input", show);
  show();
}
