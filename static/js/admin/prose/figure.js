/* A picture of the library in the text. Only its key is stored; its address is for the eye of the editor.
   A figure without a picture keeps the place of one that has been announced and not supplied yet. */
import { Node } from "../../../django_prose_editor/editor.js";

const attributesOf = (picture) => ({ file: String(picture.pk), src: picture.src, alt: picture.alt, pending: null });

/* What stands in the text for a picture that was chosen. */
export const figureOf = (picture) => ({
  type: "figure",
  attrs: attributesOf(picture),
  content: picture.caption ? [{ type: "text", text: picture.caption }] : [],
});

function button(text, press) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "prose-figure__button";
  element.textContent = text;
  element.addEventListener("click", press);
  return element;
}

export const figure = ({ labels, pick }) =>
  Node.create({
    name: "figure",
    group: "block",
    content: "inline*",
    isolating: true,
    draggable: true,

    addAttributes() {
      return { file: { default: null }, src: { default: null }, alt: { default: "" }, pending: { default: null } };
    },

    parseHTML() {
      return [
        {
          tag: "figure",
          getAttrs(element) {
            const image = element.querySelector("img[data-file]");
            const pending = element.dataset.pending || null;
            if (!image && !pending) return false;
            return {
              file: image ? image.dataset.file : null,
              src: image ? image.getAttribute("src") : null,
              alt: image ? image.alt : "",
              pending,
            };
          },
          contentElement: (element) =>
            element.querySelector("figcaption") || document.createElement("figcaption"),
        },
      ];
    },

    renderHTML({ node }) {
      const { file, src, alt, pending } = node.attrs;
      const image = file ? [["img", { ...(src ? { src } : {}), alt, "data-file": file }]] : [];
      return ["figure", pending ? { "data-pending": pending } : {}, ...image, ["figcaption", 0]];
    },

    addNodeView() {
      return ({ node, editor, getPos }) => {
        const dom = document.createElement("figure");
        dom.className = "prose-figure";
        const picture = document.createElement("div");
        picture.className = "prose-figure__picture";
        picture.contentEditable = "false";
        const tools = document.createElement("div");
        tools.className = "prose-figure__tools";
        tools.contentEditable = "false";
        const caption = document.createElement("figcaption");
        caption.className = "prose-figure__caption";
        caption.dataset.placeholder = labels.caption;
        dom.append(picture, tools, caption);

        const change = async () => {
          const chosen = await pick();
          if (!chosen) return;
          const attributes = attributesOf(chosen);
          editor.chain().command(({ tr }) => Boolean(tr.setNodeMarkup(getPos(), null, attributes))).run();
        };
        const remove = () => {
          const from = getPos();
          const { nodeSize } = editor.state.doc.nodeAt(from);
          editor.chain().deleteRange({ from, to: from + nodeSize }).focus().run();
        };
        tools.append(button(labels.change, change), button(labels.remove, remove));

        const show = ({ attrs, content }) => {
          picture.replaceChildren();
          if (attrs.src) {
            const image = document.createElement("img");
            image.src = attrs.src;
            image.alt = attrs.alt;
            picture.append(image);
          } else {
            picture.textContent = attrs.file ? labels.gone : labels.pending;
          }
          caption.classList.toggle("prose-figure__caption--empty", content.size === 0);
        };
        show(node);
        return {
          dom,
          contentDOM: caption,
          update(updated) {
            if (updated.type.name !== "figure") return false;
            show(updated);
            return true;
          },
          ignoreMutation: (mutation) => !caption.contains(mutation.target),
          stopEvent: (event) => tools.contains(event.target),
        };
      };
    },

    addKeyboardShortcuts() {
      const within = () => this.editor.isActive("figure");
      return {
        Enter: () => {
          if (!within()) return false;
          const after = this.editor.state.selection.$from.after();
          return this.editor
            .chain()
            .insertContentAt(after, { type: "paragraph" })
            .setTextSelection(after + 1)
            .run();
        },
        // An empty caption is not a reason to lose the picture.
        Backspace: () => {
          const { empty, $from } = this.editor.state.selection;
          return within() && empty && $from.parentOffset === 0;
        },
      };
    },
  });
