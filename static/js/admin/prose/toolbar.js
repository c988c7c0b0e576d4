/* The tools above a rich text: words, not riddles, in the language of the person. */
import { figureOf } from "./figure.js";
import { askForLink } from "./link.js";

const STYLES = [
  ["paragraph", (chain) => chain.setParagraph(), (editor) => editor.isActive("paragraph")],
  ["heading2", (chain) => chain.setHeading({ level: 2 }), (editor) => editor.isActive("heading", { level: 2 })],
  ["heading3", (chain) => chain.setHeading({ level: 3 }), (editor) => editor.isActive("heading", { level: 3 })],
];

function tools({ editor, labels, pick }) {
  const run = (deed) => () => deed(editor.chain().focus()).run();
  const inTable = () => editor.isActive("table");
  const picture = async () => {
    const chosen = await pick();
    if (chosen) editor.chain().focus().insertContent(figureOf(chosen)).run();
  };
  return [
    ["bold", "B", run((chain) => chain.toggleBold()), "bold"],
    ["italic", "I", run((chain) => chain.toggleItalic()), "italic"],
    ["subscript", "x₂", run((chain) => chain.toggleSubscript()), "subscript"],
    ["superscript", "x²", run((chain) => chain.toggleSuperscript()), "superscript"],
    ["link", null, () => askForLink(editor, labels), "link"],
    ["bullets", null, run((chain) => chain.toggleBulletList()), "bulletList"],
    ["numbers", null, run((chain) => chain.toggleOrderedList()), "orderedList"],
    ["quote", null, run((chain) => chain.toggleBlockquote()), "blockquote"],
    ["picture", null, picture, "figure"],
    ["table", null, run((chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })), null, () => !inTable()],
    ["rowAdd", null, run((chain) => chain.addRowAfter()), null, inTable],
    ["rowRemove", null, run((chain) => chain.deleteRow()), null, inTable],
    ["columnAdd", null, run((chain) => chain.addColumnAfter()), null, inTable],
    ["columnRemove", null, run((chain) => chain.deleteColumn()), null, inTable],
    ["headerRow", null, run((chain) => chain.toggleHeaderRow()), null, inTable],
    ["tableRemove", null, run((chain) => chain.deleteTable()), null, inTable],
    ["rule", null, run((chain) => chain.setHorizontalRule()), null],
    ["undo", null, run((chain) => chain.undo()), null],
    ["redo", null, run((chain) => chain.redo()), null],
  ];
}

export function toolbar({ editor, labels, pick }) {
  const bar = document.createElement("div");
  bar.className = "prose-tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", labels.tools);

  const style = document.createElement("select");
  style.className = "prose-tools__style";
  style.setAttribute("aria-label", labels.style);
  for (const [name] of STYLES) style.add(new Option(labels[name], name));
  style.addEventListener("change", () => {
    const [, deed] = STYLES.find(([name]) => name === style.value);
    deed(editor.chain().focus()).run();
  });
  bar.append(style);

  const updates = [
    () => {
      const current = STYLES.find(([, , isActive]) => isActive(editor));
      if (current) style.value = current[0];
    },
  ];
  for (const [name, sign, press, mark, isShown] of tools({ editor, labels, pick })) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `prose-tools__button prose-tools__button--${name}`;
    button.dataset.tool = name;
    button.textContent = sign || labels[name];
    if (sign) {
      button.title = labels[name];
      button.setAttribute("aria-label", labels[name]);
    }
    button.addEventListener("click", press);
    bar.append(button);
    updates.push(() => {
      if (mark) button.setAttribute("aria-pressed", String(editor.isActive(mark)));
      if (isShown) button.hidden = !isShown();
    });
  }
  const update = () => updates.forEach((one) => one());
  editor.on("transaction", update);
  update();
  return bar;
}
