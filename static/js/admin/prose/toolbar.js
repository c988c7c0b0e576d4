/* The tools above a rich text: words, not riddles, in the language of the person. One stop of the Tab key; arrows move. */
const STYLES = [
  ["paragraph", (chain) => chain.setParagraph(), (editor) => editor.isActive("paragraph")],
  ["heading2", (chain) => chain.setHeading({ level: 2 }), (editor) => editor.isActive("heading", { level: 2 })],
  ["heading3", (chain) => chain.setHeading({ level: 3 }), (editor) => editor.isActive("heading", { level: 3 })],
];

function tools(editor, { openLink, choosePicture, uploadPictures }) {
  const run = (deed) => () => deed(editor.chain().focus()).run();
  const inTable = () => editor.isActive("table");
  return [
    ["bold", "B", run((chain) => chain.toggleBold()), "bold"],
    ["italic", "I", run((chain) => chain.toggleItalic()), "italic"],
    ["subscript", "x₂", run((chain) => chain.toggleSubscript()), "subscript"],
    ["superscript", "x²", run((chain) => chain.toggleSuperscript()), "superscript"],
    ["link", null, openLink, "link"],
    ["bullets", null, run((chain) => chain.toggleBulletList()), "bulletList"],
    ["numbers", null, run((chain) => chain.toggleOrderedList()), "orderedList"],
    ["quote", null, run((chain) => chain.toggleBlockquote()), "blockquote"],
    ["saying", null, run((chain) => chain.toggleSaying()), "saying"],
    ["picture", null, choosePicture, "figure"],
    ["upload", null, uploadPictures],
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

/* ``labels`` are the words, ``deeds`` what the link and picture tools do. */
export function toolbar(editor, { labels, deeds }) {
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
  for (const [name, sign, press, mark, isShown] of tools(editor, deeds)) {
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
  const rove = roving(bar);
  const update = () => {
    for (const one of updates) one();
    rove();
  };
  editor.on("transaction", update);
  update();
  return bar;
}

/* One control at a time is a stop of the Tab key, the one that was used last; arrows, Home and End move between them. */
function roving(bar) {
  const shown = () => [...bar.children].filter((control) => !control.hidden && !control.disabled);
  const stopAt = (control) => {
    for (const other of bar.children) other.tabIndex = other === control ? 0 : -1;
  };
  bar.addEventListener("focusin", ({ target }) => stopAt(target));
  bar.addEventListener("keydown", (event) => {
    const controls = shown();
    const place = controls.indexOf(event.target);
    const isForward = getComputedStyle(bar).direction !== "rtl";
    const steps = {
      ArrowRight: place + (isForward ? 1 : -1),
      ArrowLeft: place - (isForward ? 1 : -1),
      Home: 0,
      End: controls.length - 1,
    };
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    controls.at(steps[event.key] % controls.length).focus();
  });
  stopAt(bar.firstElementChild);
  return () => {
    if (!shown().some((control) => control.tabIndex === 0)) stopAt(shown()[0]);
  };
}
