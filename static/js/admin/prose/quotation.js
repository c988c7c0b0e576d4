/* A quotation with the person who said it: paragraphs, a name, and the office held at the time. */
import { Node, pm } from "../../../django_prose_editor/editor.js";

const paragraphsOnly = (element) =>
  element?.localName === "blockquote" &&
  element.children.length > 0 &&
  [...element.childNodes].every((child) => (child.nodeType === 1 ? child.localName === "p" : !child.data?.trim()));
const atMostTwoLines = (element) =>
  !element ||
  (element.localName === "figcaption" &&
    element.children.length <= 2 &&
    [...element.childNodes].every((child) => (child.nodeType === 1 ? child.localName === "p" : !child.data?.trim())));

/* Anything else under that name is read as what it consists of, so that none of its words are lost. */
function isQuotation(figure) {
  const [words, by, ...more] = figure.children;
  return paragraphsOnly(words) && atMostTwoLines(by) && !more.length ? null : false;
}

const line = (name, place, label) =>
  Node.create({
    name,
    content: "inline*",
    defining: true,
    selectable: false,
    parseHTML: () => [
      {
        tag: "p",
        context: "sayingBy/",
        priority: 60,
        getAttrs: (element) => (element.parentNode.children[place] === element ? null : false),
      },
    ],
    renderHTML: () => ["p", 0],
    addNodeView: () => () => {
      const dom = document.createElement("p");
      dom.className = "prose-saying__line";
      dom.dataset.placeholder = label;
      return { dom, contentDOM: dom };
    },
  });

export function quotation(labels) {
  const SayingWords = Node.create({
    name: "sayingWords",
    content: "paragraph+",
    defining: true,
    selectable: false,
    parseHTML: () => [{ tag: "blockquote", context: "saying/", priority: 60 }],
    renderHTML: () => ["blockquote", 0],
  });
  const SayingBy = Node.create({
    name: "sayingBy",
    content: "sayingSpeaker sayingRole",
    selectable: false,
    parseHTML: () => [{ tag: "figcaption", context: "saying/", priority: 60 }],
    renderHTML: () => ["figcaption", 0],
  });
  const Saying = Node.create({
    name: "saying",
    group: "block",
    content: "sayingWords sayingBy",
    isolating: true,
    draggable: true,
    parseHTML: () => [{ tag: "figure.quote", priority: 60, getAttrs: isQuotation }],
    renderHTML: () => ["figure", { class: "quote" }, 0],
    addCommands: () => ({ toggleSaying: () => ({ state, tr, dispatch }) => toggle(state, tr, dispatch) }),
    addKeyboardShortcuts() {
      return { Enter: () => enter(this.editor), Backspace: () => backspace(this.editor) };
    },
  });
  return [
    Saying,
    SayingWords,
    SayingBy,
    line("sayingSpeaker", 0, labels.speaker),
    line("sayingRole", 1, labels.role),
  ];
}

function around($place, name) {
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    if ($place.node(depth).type.name === name) return { node: $place.node(depth), pos: $place.before(depth) };
  }
  return null;
}

const selectionAt = (doc, pos) => pm.state.TextSelection.near(doc.resolve(pos));

function toggle(state, tr, dispatch) {
  const { nodes } = state.schema;
  const { $from, $to } = state.selection;
  const present = around($from, "saying");
  if (present) {
    if (dispatch) {
      const [words, by] = [present.node.child(0), present.node.child(1)];
      const lines = [by.child(0), by.child(1)].filter((one) => one.content.size);
      const said = words.content.append(
        pm.model.Fragment.from(lines.map((one) => nodes.paragraph.create(null, one.content))),
      );
      tr.replaceWith(present.pos, present.pos + present.node.nodeSize, nodes.blockquote.create(null, said));
      tr.setSelection(selectionAt(tr.doc, present.pos + 2));
    }
    return true;
  }
  const quote = around($from, "blockquote");
  const range = $from.blockRange($to);
  if (!range) return false;
  const [start, end] = quote ? [quote.pos, quote.pos + quote.node.nodeSize] : [range.start, range.end];
  const said = [];
  let isPlain = true;
  state.doc.nodesBetween(start, end, (node, pos) => {
    if (pos < start || (pos === start && node === quote?.node)) return true;
    if (node.isTextblock && ["paragraph", "heading"].includes(node.type.name)) said.push(nodes.paragraph.create(null, node.content));
    else isPlain = false;
    return false;
  });
  if (!isPlain || !said.length) return false;
  if (dispatch) {
    const by = nodes.sayingBy.create(null, [nodes.sayingSpeaker.create(), nodes.sayingRole.create()]);
    const words = nodes.sayingWords.create(null, said);
    tr.replaceRangeWith(start, end, nodes.saying.create(null, [words, by]));
    const place = tr.mapping.map(start, -1);
    const made = tr.doc.nodeAt(place)?.type.name === "saying" ? place : start;
    const atSpeaker = made + 1 + words.nodeSize + 2;
    tr.setSelection(selectionAt(tr.doc, said.some((one) => one.content.size) ? atSpeaker : made + 3));
  }
  return true;
}

function enter(editor) {
  const { $from, empty } = editor.state.selection;
  const saying = around($from, "saying");
  if (!saying || !empty) return false;
  const name = $from.parent.type.name;
  const afterSaying = saying.pos + saying.node.nodeSize;
  if (name === "sayingSpeaker") return editor.commands.setTextSelection($from.after() + 1);
  if (name === "sayingRole") {
    return editor
      .chain()
      .insertContentAt(afterSaying, { type: "paragraph" })
      .setTextSelection(afterSaying + 1)
      .run();
  }
  const words = saying.node.child(0);
  const isLast = $from.index($from.depth - 1) === words.childCount - 1;
  if (name !== "paragraph" || !isLast || $from.parent.content.size || words.childCount === 1) return false;
  // An empty line ends what was said, as it ends a list.
  return editor
    .chain()
    .deleteRange({ from: $from.before(), to: $from.after() })
    .command(({ tr }) => {
      tr.setSelection(selectionAt(tr.doc, saying.pos + 1 + (words.nodeSize - 2) + 2));
      return true;
    })
    .run();
}

function backspace(editor) {
  const { $from, empty } = editor.state.selection;
  const saying = around($from, "saying");
  if (!saying || !empty || $from.parentOffset) return false;
  if (saying.node.textContent === "") {
    return editor
      .chain()
      .command(({ tr, state }) => {
        tr.replaceWith(saying.pos, saying.pos + saying.node.nodeSize, state.schema.nodes.paragraph.create());
        tr.setSelection(selectionAt(tr.doc, saying.pos + 1));
        return true;
      })
      .run();
  }
  // The three parts never run into each other.
  return ["sayingSpeaker", "sayingRole"].includes($from.parent.type.name) || $from.index($from.depth - 1) === 0;
}
