/* One rich-text area becomes an editor. What it writes is what prose/sanitising.py lets through. */
import {
  Blockquote,
  Bold,
  BulletList,
  Document,
  Dropcursor,
  Editor,
  Gapcursor,
  HardBreak,
  Heading,
  History,
  HorizontalRule,
  Italic,
  Link,
  ListItem,
  OrderedList,
  Paragraph,
  Subscript,
  Superscript,
  Table,
  TableCell,
  TableHeader,
  TableRow,
  Text,
} from "../../../django_prose_editor/editor.js";
import { figure } from "./figure.js";
import { choosePicture } from "./picker.js";
import { toolbar } from "./toolbar.js";

// Nothing of it would be kept; parsing it would only make the browser complain about the page's policy.
const STYLE_SHEET = /<style\b[^>]*>[^]*?<\/style\s*>/gi;
const TAG = /<[a-z][^>]*>/gi;
const ATTRIBUTE = /\s(?:style|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const withoutStyles = (html) => html.replace(STYLE_SHEET, "").replace(TAG, (tag) => tag.replace(ATTRIBUTE, ""));

export function edit(area) {
  if (area.closest(".prose-editing")) return;
  const labels = JSON.parse(area.dataset.prose);
  // "zh-Hans" in the page, "zh-hans" on the server.
  const language = area.lang.toLowerCase();
  const shell = document.createElement("div");
  shell.className = "prose-editing";
  const paper = document.createElement("div");
  paper.className = "prose-editing__paper";
  paper.lang = area.lang;
  area.before(shell);
  shell.append(area, paper);
  area.hidden = true;

  const name = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
  const pick = () => choosePicture({ url: area.dataset.picker, language, labels });
  const editor = new Editor({
    element: paper,
    editable: !area.disabled,
    // The rules that would be injected stand in css/admin/editor.css: the page allows no style of its own.
    injectCSS: false,
    editorProps: {
      transformPastedHTML: withoutStyles,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": name ? name.firstChild.textContent.trim() : "",
      },
    },
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      Italic,
      Subscript,
      Superscript,
      HardBreak,
      Heading.configure({ levels: [2, 3] }),
      BulletList,
      OrderedList.configure({ enableListAttributes: false }),
      ListItem,
      Blockquote,
      HorizontalRule,
      Link.configure({ enableTarget: false, autolink: false, protocols: ["https", "http", "mailto", "tel"] }),
      Table.configure({ resizable: false }),
      TableRow,
      TableHeader,
      TableCell,
      figure({ labels, pick }),
      History,
      Dropcursor.configure({ class: "prose-editing__drop" }),
      Gapcursor,
    ],
    content: area.value,
    onUpdate({ editor }) {
      area.value = editor.isEmpty ? "" : editor.getHTML();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  shell.prepend(toolbar({ editor, labels, pick }));
  if (name) name.addEventListener("click", () => editor.commands.focus());
}
