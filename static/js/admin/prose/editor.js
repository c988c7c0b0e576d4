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
import { dressAll, learn, link } from "./link.js";
import { openLinkDialog } from "./link_dialog.js";
import { noticeIn } from "./notice.js";
import { clipboardOf } from "./pasting/clipboard.js";
import { choosePicture } from "./picker.js";
import { figureOf } from "./pictures.js";
import { quotation } from "./quotation.js";
import { keepUntilArrived, sendingFrom } from "./sending.js";
import { toolbar } from "./toolbar.js";
import { askForWords } from "./words.js";

/* After a word has been composed the editor needs a moment to read it. */
const AFTER_COMPOSING = 60;
const BEFORE_ASKING = 600;

export function edit(area) {
  if (area.closest(".prose-editing")) return;
  const labels = JSON.parse(area.dataset.prose);
  const most = Number(area.dataset.most);
  const shell = document.createElement("div");
  shell.className = "prose-editing";
  area.before(shell);
  shell.append(area);
  const say = noticeIn(shell, labels);
  if (area.value.length > 2 * most) {
    // Nothing is cut: it is shown as it is, and the server says how much too long it is.
    say(labels.tooLong.replace("{count}", area.value.length.toLocaleString()));
    return;
  }
  const paper = document.createElement("div");
  paper.className = "prose-editing__paper";
  paper.lang = area.lang;
  shell.append(paper);
  area.hidden = true;

  // "zh-Hans" in the page, "zh-hans" on the server.
  const language = area.lang.toLowerCase();
  const records = { url: area.dataset.links, language, labels };
  const { bringIn, chooseFiles } = sendingFrom(area, { language, labels });
  const name = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
  const pick = () => choosePicture({ url: area.dataset.picker, language, labels });
  const openDialog = (editor) => openLinkDialog(editor, records);
  const clipboard = clipboardOf({ labels, most, say, bringIn });
  const askWords = (key) => askForWords({ url: area.dataset.words, key, language, labels });

  let learning = 0;
  const editor = new Editor({
    element: paper,
    editable: !area.disabled,
    // The rules that would be injected stand in css/admin/editor.css: the page allows no style of its own.
    injectCSS: false,
    editorProps: {
      handleDOMEvents: {
        ...clipboard.handlers,
        compositionend: () => {
          setTimeout(keep, AFTER_COMPOSING);
          return false;
        },
      },
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
      ...quotation(labels),
      HorizontalRule,
      link({ labels, openDialog }),
      Table.configure({ resizable: false }),
      TableRow,
      TableHeader,
      TableCell,
      figure({ labels, language, pick, chooseFiles, askWords, bringIn: (blob) => bringIn({ blob, alt: "" }) }),
      History,
      Dropcursor.configure({ class: "prose-editing__drop" }),
      Gapcursor,
    ],
    content: area.value,
    onUpdate: () => keep(),
  });

  /* Puts the text where the form has it. A half-composed word is nobody's text yet: neither saved nor kept. */
  function keep() {
    if (editor.isDestroyed || editor.view.composing) return;
    // The engine calls a text empty that is nothing but a picture.
    const html = editor.getHTML().replace(/^<p><\/p>$/, "");
    if (html === area.value) return;
    area.value = html;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    clearTimeout(learning);
    learning = setTimeout(look, BEFORE_ASKING);
  }

  /* Links may have come by pasting or undoing: what they lead to is asked when the writing pauses. */
  async function look() {
    if (!editor.isDestroyed && (await learn(editor, records))) dressAll(editor);
  }

  const deeds = {
    openLink: () => openDialog(editor),
    choosePicture: async () => {
      const chosen = await pick();
      if (chosen) editor.chain().focus().insertContent(figureOf(chosen)).run();
    },
    uploadPictures: async () => {
      const files = await chooseFiles({ isMany: true });
      if (files.length) clipboard.takeImages(editor.view, files);
    },
  };
  shell.prepend(toolbar(editor, { labels, deeds }));
  paper.addEventListener("keydown", (event) => {
    if (event.key === "F10" && event.altKey) {
      event.preventDefault();
      shell.querySelector(".prose-tools [tabindex='0']").focus();
    }
  });
  if (name) name.addEventListener("click", () => editor.commands.focus());
  if (area.form) keepUntilArrived(area.form, labels, say);
  look();
}
