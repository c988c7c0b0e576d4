/* A picture of the library in the text. Only its key is stored; its address is for the eye of the editor.
   A figure without a picture keeps the place of one that is on its way, or has been announced and not supplied yet. */
import { Node } from "../../../django_prose_editor/editor.js";
import { figureView } from "./figure_view.js";

const BLOCKS = "p, h2, h3, ul, ol, table, blockquote, figure, hr, img";

function attributesIn(image, language) {
  return {
    file: image.dataset.file,
    src: image.getAttribute("src"),
    alt: image.alt,
    credit: image.dataset.credit ?? null,
    known: image.getAttribute(`data-alt-${language}`) ?? "",
    caption: image.getAttribute(`data-caption-${language}`) ?? "",
  };
}

/* One picture or none, one caption or none, nothing beside them: else the parts are read one by one. */
function readFigure(element, language) {
  const images = element.querySelectorAll("img[data-file]");
  const captions = element.querySelectorAll("figcaption");
  const isPlace = element.hasAttribute("data-pending") || element.hasAttribute("data-upload");
  const isLoose = (node) => (node.nodeType === 3 ? node.data.trim() : !["img", "figcaption"].includes(node.localName));
  if (!images.length && !isPlace) return false;
  if (images.length > 1 || captions.length > 1 || [...element.childNodes].some(isLoose)) return false;
  if (captions[0]?.querySelector(BLOCKS)) return false;
  return {
    ...(images[0] ? attributesIn(images[0], language) : {}),
    pending: element.dataset.pending ?? null,
    source: element.dataset.source ?? null,
    upload: element.dataset.upload ?? null,
  };
}

export const figure = (tools) =>
  Node.create({
    name: "figure",
    group: "block",
    content: "inline*",
    isolating: true,
    draggable: true,

    addAttributes() {
      return {
        file: { default: null },
        src: { default: null },
        alt: { default: "" },
        credit: { default: null },
        // What the library says: its alternative, and the caption that readers see where the text has none of its own.
        known: { default: "" },
        caption: { default: "" },
        pending: { default: null },
        source: { default: null },
        upload: { default: null },
      };
    },

    parseHTML() {
      return [
        {
          tag: "figure",
          getAttrs: (element) => readFigure(element, tools.language),
          contentElement: (element) =>
            element.querySelector("figcaption") || document.createElement("figcaption"),
        },
        // A picture that some import left without its figure.
        { tag: "img[data-file]", getAttrs: (image) => attributesIn(image, tools.language) },
      ];
    },

    renderHTML({ node }) {
      const { file, src, alt, pending, source, upload } = node.attrs;
      const image = file ? [["img", { ...(src ? { src } : {}), alt, "data-file": file }]] : [];
      const place = {
        // Saved before it has arrived, it is a place to be supplied.
        ...(pending !== null || (upload && !file) ? { "data-pending": pending ?? "upload" } : {}),
        ...(source ? { "data-source": source } : {}),
        ...(upload && !file ? { "data-upload": upload } : {}),
      };
      return ["figure", place, ...image, ["figcaption", 0]];
    },

    addNodeView() {
      return (given) => figureView(given, tools);
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
