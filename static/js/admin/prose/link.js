/* Links: to addresses, and to records of this site, which are stored as references and shown with their names. */
import { Link as BaseLink } from "../../../django_prose_editor/editor.js";

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

/* What a link of the text says of itself to the eye: where it leads, and whether readers will find it. */
function dress(dom, href, labels) {
  const record = knownRecord(href);
  dom.className = href?.startsWith(REFERENCE) ? "prose-link prose-link--record" : "prose-link";
  if (!record) {
    dom.title = href || "";
    return;
  }
  const isLost = record.isGone || !record.isOpen;
  dom.classList.toggle("prose-link--lost", isLost);
  const trouble = record.isGone ? labels.linkGone : record.isOpen ? "" : labels.linkClosed;
  dom.title = [record.name && `${record.kind}: ${record.name}`, trouble].filter(Boolean).join("\n");
}

export function dressAll(paper, labels) {
  for (const dom of paper.querySelectorAll("a.prose-link--record")) dress(dom, dom.getAttribute("href"), labels);
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
    addMarkView() {
      return ({ mark }) => {
        const dom = document.createElement("a");
        dom.setAttribute("href", mark.attrs.href || "");
        dress(dom, mark.attrs.href, labels);
        return { dom, contentDOM: dom };
      };
    },
  }).configure({ enableTarget: false, autolink: false, protocols: PROTOCOLS });
