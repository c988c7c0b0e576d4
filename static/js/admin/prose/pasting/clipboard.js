/* What is pasted or dropped into a text: made clean, measured, and its pictures sent on their way. */
import { pm } from "../../../../django_prose_editor/editor.js";
import { figureOfUpload } from "../pictures.js";
import { sourcesOf, withoutData } from "./pictures.js";
import { read } from "./reading.js";
import { disarmed, unstyled } from "./styles.js";
import { tidied } from "./tidying.js";
import { figureHtml, written } from "./writing.js";

/* Longer HTML is not even read: no text of a permitted length needs it. In characters, without its pictures. */
const MOST_READ = 12_000_000;

/* ``bringIn(picture)`` sends a picture and returns the id of its upload, ``say(text)`` shows a message. */
export function clipboardOf({ labels, most, say, bringIn }) {
  const tooLong = (count) => say(labels.pasteTooLong.replace("{count}", count.toLocaleString()));

  function taken(view, data, event) {
    const html = data.getData("text/html");
    const images = [...data.files].filter(({ type }) => type.startsWith("image/"));
    const isOwn = /data-pm-slice/.test(html) && !/<img(?![^>]*data-file=)/i.test(html);
    if (html && isOwn) return view.pasteHTML(unstyled(html), event);
    if (html && (!images.length || /<img|[^\s<>]\s*<\/(?:p|span|td|h\d|li|div)/i.test(html))) return takeHtml(view, html, data, images, event);
    if (images.length) return takeImages(view, images);
    if (data.files.length) return say(labels.onlyPictures);
    const text = data.getData("text/plain");
    const length = text.length + lengthOf(view);
    return length > most ? tooLong(length) : null;
  }

  function takeHtml(view, html, data, files, event) {
    const { html: short, data: bytes } = withoutData(html);
    if (short.length > MOST_READ) return tooLong(short.length + lengthOf(view));
    const page = new DOMParser().parseFromString(disarmed(short), "text/html");
    const blocks = tidied(read(page.body));
    const sourceOf = sourcesOf(blocks, { data: bytes, rtf: data.getData("text/rtf"), files, origin: location.origin });
    const bare = written(blocks, () => "");
    const length = bare.length + lengthOf(view);
    if (length > most) return tooLong(length);
    const clean = written(blocks, (picture, caption) => {
      const source = sourceOf(picture);
      const alt = source.alt || caption.replace(/<[^>]*>/g, "");
      const isHere = source.blob || source.path;
      return figureHtml(isHere ? { upload: bringIn({ ...source, alt }) } : source, caption);
    });
    if (clean) return view.pasteHTML(clean, event);
    return images(view, files);
  }

  const images = (view, files) => (files.length ? takeImages(view, files) : true);

  function takeImages(view, files) {
    const nodes = files.map((blob) => view.state.schema.nodeFromJSON(figureOfUpload(bringIn({ blob, alt: "" }))));
    view.dispatch(placed(view.state, pm.model.Fragment.from(nodes)).scrollIntoView());
    view.focus();
    return true;
  }

  return {
    takeImages,
    handlers: {
      paste(view, event) {
        // A word that is being composed is the input method's.
        if (view.composing || !event.clipboardData || !view.editable) return false;
        if (taken(view, event.clipboardData, event) === null) return false;
        event.preventDefault();
        return true;
      },
      drop(view, event) {
        if (view.dragging || !event.dataTransfer || event.defaultPrevented || !view.editable) return event.defaultPrevented;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (place) {
          const { tr, doc } = view.state;
          view.dispatch(tr.setSelection(pm.state.Selection.near(doc.resolve(place.pos))));
        }
        if (taken(view, event.dataTransfer, event) === null) return false;
        event.preventDefault();
        return true;
      },
    },
  };
}

/* Pictures stand before or after the paragraph of the cursor, in the place of an empty one, and never part a sentence. */
function placed({ tr, selection }, figures) {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const index = $from.index(depth - 1);
    const parent = $from.node(depth - 1);
    if (!parent.canReplaceWith(index, index, figures.firstChild.type)) continue;
    const block = $from.node(depth);
    const isEmpty = block.isTextblock && block.type.name === "paragraph" && !block.content.size;
    if (isEmpty && parent.canReplaceWith(index, index + 1, figures.firstChild.type)) {
      return tr.replaceWith($from.before(depth), $from.after(depth), figures);
    }
    const isStart = depth === $from.depth && $from.parentOffset === 0;
    return tr.insert(isStart ? $from.before(depth) : $from.after(depth), figures);
  }
  return tr.replaceSelection(new pm.model.Slice(figures, 0, 0));
}

/* What the text has already, without what the paste takes the place of. */
function lengthOf(view) {
  const { from, to } = view.state.selection;
  return view.state.doc.content.size - (to - from);
}
