/* Links: to addresses, and to records of this site, which are stored as references and shown with their names. */
import { Link as BaseLink, Plugin, pm } from "../../../django_prose_editor/editor.js";

export const REFERENCE = "item:";
const PROTOCOLS = ["https", "http", "mailto", "tel", "item"];

/* What the server says of the records to which texts of this page link, by reference. */
const known = new Map();

export const knownRecord = (address) => known.get(address) || null;

export function remember(records) {
  for (const record of records) known.set(record.address, record);
}

/* Asks about every reference in an editor at once, and dresses its links. */
export async function learn(editor, { url, language }) {
  const addresses = new Set();
  editor.state.doc.descendants((node) => {
    for (const mark of node.marks) if (mark.attrs.href?.startsWith(REFERENCE)) addresses.add(mark.attrs.href);
  });
  const about = [...addresses].filter((address) => !known.has(address)).slice(0, 200);
  if (about.length) {
    const query = new URLSearchParams({ language });
    for (const address of about) query.append("about", address);
    const records = await ask(`${url}?${query}`);
    if (records) remember(records);
  }
  return addresses.size > 0;
}

/* The records that the server tells; null when it does not answer. */
export async function ask(address, options) {
  try {
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, redirect: "error", ...options });
    return answer.ok ? (await answer.json()).links : null;
  } catch {
    return null;
  }
}

/* What a link to a record says of itself to the eye: what it is, and whether readers will find it. */
function dress(href, labels) {
  const record = knownRecord(href);
  const isLost = record && (record.isGone || !record.isOpen);
  const trouble = record?.isGone ? labels.linkGone : isLost ? labels.linkClosed : "";
  const title = [record?.name && `${record.kind}: ${record.name}`, trouble].filter(Boolean).join("\n");
  return { class: `prose-link prose-link--record${isLost ? " prose-link--lost" : ""}`, ...(title ? { title } : {}) };
}

/* Decorations, because an element of our own for a link would get into the way of input methods. */
function dressed(doc, labels) {
  const found = [];
  doc.descendants((node, pos) => {
    const href = node.marks.find((mark) => mark.type.name === "link")?.attrs.href;
    if (href?.startsWith(REFERENCE)) {
      found.push(pm.view.Decoration.inline(pos, pos + node.nodeSize, dress(href, labels)));
    }
  });
  return pm.view.DecorationSet.create(doc, found);
}

const LEARNT = "learnt about links";

/* Shows what has been learnt about the links of an editor. */
export const dressAll = (editor) => editor.view.dispatch(editor.state.tr.setMeta(LEARNT, true));

function dressing(labels) {
  const plugin = new Plugin({
    state: {
      init: (_config, { doc }) => dressed(doc, labels),
      apply: (tr, present) => (tr.docChanged || tr.getMeta(LEARNT) ? dressed(tr.doc, labels) : present),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}

export const link = ({ labels, openDialog }) =>
  BaseLink.extend({
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => {
          openDialog(this.editor);
          return true;
        },
      };
    },
    addProseMirrorPlugins() {
      return [...this.parent(), dressing(labels)];
    },
  }).configure({ enableTarget: false, autolink: false, protocols: PROTOCOLS });
