/* The focal point by a click on the picture or by the arrow keys on its mark; two number fields are what is sent. */
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function chooseFocus(picture) {
  const across = document.getElementById("id_focal_x");
  const down = document.getElementById("id_focal_y");
  const mark = picture.querySelector(".focus__mark");
  if (!across || !down || !mark) return;
  const show = () => {
    mark.style.setProperty("--across", `${Number(across.value) * 100}%`);
    mark.style.setProperty("--down", `${Number(down.value) * 100}%`);
  };
  const put = (x, y) => {
    for (const [field, value] of [[across, x], [down, y]]) {
      field.value = Math.min(1, Math.max(0, value)).toFixed(2);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  picture.addEventListener("click", (event) => {
    // A key on the mark makes a click without a place.
    if (!event.detail) return;
    const box = picture.querySelector("img").getBoundingClientRect();
    put((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  mark.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const by = event.shiftKey ? 0.1 : 0.01;
    put(Number(across.value) + step[0] * by, Number(down.value) + step[1] * by);
  });
  for (const field of [across, down]) field.addEventListener("input", show);
  show();
}
