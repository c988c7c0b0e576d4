/* Asks where the chosen words lead. */
export function askForLink(editor, labels) {
  if (editor.state.selection.empty && !editor.isActive("link")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  const form = document.createElement("form");
  form.method = "dialog";
  const label = document.createElement("label");
  label.textContent = labels.address;
  const input = document.createElement("input");
  input.type = "text";
  input.value = editor.getAttributes("link").href || "";
  input.placeholder = "https://";
  label.append(input);
  form.append(label);
  for (const [name, className] of [["set", "button default"], ["unset", "button"], ["cancel", "button"]]) {
    const button = document.createElement("button");
    button.value = name;
    button.className = className;
    button.textContent = labels[name];
    form.append(button);
  }
  dialog.append(form);
  dialog.addEventListener("close", () => {
    const chain = editor.chain().focus().extendMarkRange("link");
    const href = input.value.trim();
    if (dialog.returnValue === "set" && href) chain.setLink({ href }).run();
    else if (dialog.returnValue === "unset" || dialog.returnValue === "set") chain.unsetLink().run();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
