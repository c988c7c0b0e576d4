/* The focal point by a click on the picture; the two number fields remain what is sent. */
export function chooseFocus(picture) {
  const across = document.getElementById("id_focal_x");
  const down = document.getElementById("id_focal_y");
  const mark = picture.querySelector(".focus__mark");
  if (!across || !down || !mark) return;
  const show = () => {
    mark.style.setProperty("--across", `${Number(across.value) * 100}%`);
    mark.style.setProperty("--down", `${Number(down.value) * 100}%`);
  };
  picture.addEventListener("click", (event) => {
    const box = picture.querySelector("img").getBoundingClientRect();
    const within = (value) => Math.min(1, Math.max(0, value)).toFixed(2);
    across.value = within((event.clientX - box.left) / box.width);
    down.value = within((event.clientY - box.top) / box.height);
    show();
  });
  for (const field of [across, down]) field.addEventListener("input", show);
  show();
}
