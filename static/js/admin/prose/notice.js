/* A message above a text: what went wrong, until it is closed. */
export function noticeIn(shell, labels) {
  const box = document.createElement("div");
  box.className = "prose-notice";
  box.hidden = true;
  const says = document.createElement("p");
  says.setAttribute("role", "alert");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "prose-notice__close";
  close.setAttribute("aria-label", labels.close);
  close.textContent = "×";
  close.addEventListener("click", () => {
    box.hidden = true;
  });
  box.append(says, close);
  shell.append(box);
  return (text) => {
    says.textContent = text;
    box.hidden = !text;
  };
}
