/* How a figure stands in the editor: the picture, what the library says of it, its tools, and its caption. */
import { attributesOf } from "./pictures.js";
import { jobOf, retry, watch } from "./uploads.js";

function make(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function button(text, press) {
  const element = make("button", "prose-figure__button", text);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

export function figureView({ node, editor, getPos }, { labels, pick, bringIn, chooseFiles, askWords }) {
  const dom = make("figure", "prose-figure");
  const picture = make("div", "prose-figure__picture");
  const facts = make("p", "prose-figure__facts");
  const tools = make("div", "prose-figure__tools");
  const caption = make("figcaption", "prose-figure__caption");
  for (const part of [picture, facts, tools]) part.contentEditable = "false";
  dom.append(picture, facts, tools, caption);
  let current = node;
  let stopWatching = () => {};
  let watched = null;

  /* Changes this figure wherever it stands by now. */
  const put = (attributes, { isUndone = true } = {}) => {
    const pos = getPos();
    if (pos === undefined) return;
    const { tr } = editor.state;
    tr.setNodeMarkup(pos, null, { ...current.attrs, ...attributes });
    editor.view.dispatch(isUndone ? tr : tr.setMeta("addToHistory", false));
  };
  const replaceBy = (file) => put({ upload: bringIn(file) });
  const remove = () => {
    const from = getPos();
    editor.chain().deleteRange({ from, to: from + current.nodeSize }).focus().run();
  };
  const change = async () => {
    const chosen = await pick();
    if (chosen) put(attributesOf(chosen));
  };
  const supply = async () => {
    const [file] = await chooseFiles({ isMany: false });
    if (file) replaceBy(file);
  };
  const word = async () => {
    const told = await askWords(current.attrs.file);
    if (told) put({ alt: told.alt, known: told.alt, credit: told.credit });
  };

  const retryButton = button(labels.retry, () => retry(current.attrs.upload));
  const changeButton = button(labels.choose, change);
  const wordsButton = button(labels.words, word);
  tools.append(retryButton, changeButton, button(labels.upload, supply), wordsButton, button(labels.remove, remove));

  /* A picture that is dropped on the place of one takes that place. */
  dom.addEventListener("dragover", (event) => event.preventDefault());
  dom.addEventListener("drop", (event) => {
    const file = [...event.dataTransfer.files].find(({ type }) => type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    replaceBy(file);
  });

  function showJob(job) {
    if (job.state === "done") {
      // Not within the transaction that made this view.
      queueMicrotask(() => {
        if (current.attrs.upload === job.id) put(attributesOf(job.result), { isUndone: false });
      });
      return;
    }
    const progress = make("progress", "prose-figure__progress");
    progress.max = 100;
    progress.value = job.percent;
    const says = {
      waiting: labels.waiting,
      running: labels.uploading.replace("{percent}", job.percent),
      failed: job.error,
    }[job.state];
    const line = make("span", job.state === "failed" ? "prose-figure__error" : "", says);
    if (job.state === "failed") line.setAttribute("role", "alert");
    picture.replaceChildren(...(job.state === "failed" ? [line] : [progress, line]));
    retryButton.hidden = job.state !== "failed";
  }

  function showPlace({ file, pending, source }) {
    const words = file ? labels.gone : source ? labels.foreign : labels.pending;
    const lines = [make("span", pending === null ? "" : "prose-figure__pending", words)];
    if (/^https?:\/\//i.test(source || "")) {
      const link = make("a", "prose-figure__source", source);
      link.href = source;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      lines.push(link);
    }
    picture.replaceChildren(...lines);
  }

  /* The alternative by its name; one that says what the caption says is not said twice. */
  const aboutAlt = (alt, caption) => {
    if (!alt) return labels.noAlt;
    return alt.trim() === caption ? labels.altIsCaption : labels.alt.replace("{alt}", () => alt);
  };

  function showFacts({ file, alt: written, known, credit, caption: words }, typed) {
    const alt = known || written;
    caption.dataset.placeholder = words ? labels.captionOfLibrary.replace("{caption}", () => words) : labels.caption;
    const lines = file
      ? [
          make("span", alt ? "" : "prose-figure__lack", aboutAlt(alt, typed || words)),
          ...(credit === null
            ? []
            : [make("span", credit ? "" : "prose-figure__lack", credit ? labels.credit.replace("{credit}", () => credit) : labels.noCredit)]),
        ]
      : [];
    facts.replaceChildren(...lines);
    facts.hidden = !lines.length;
  }

  function show(shown) {
    const { attrs, content } = shown;
    current = shown;
    caption.classList.toggle("prose-figure__caption--empty", content.size === 0);
    const job = attrs.upload ? jobOf(attrs.upload) : null;
    wordsButton.hidden = !attrs.file;
    changeButton.textContent = attrs.file ? labels.change : labels.choose;
    showFacts(attrs, shown.textContent.trim());
    if (job) {
      if (watched === job.id) return;
      stopWatching();
      watched = job.id;
      stopWatching = watch(job.id, showJob);
      return;
    }
    stopWatching();
    watched = null;
    retryButton.hidden = true;
    if (attrs.src && attrs.file) {
      const image = document.createElement("img");
      image.src = attrs.src;
      image.alt = attrs.alt;
      picture.replaceChildren(image);
    } else showPlace(attrs);
  }
  show(node);

  return {
    dom,
    contentDOM: caption,
    update(updated) {
      if (updated.type.name !== "figure") return false;
      show(updated);
      return true;
    },
    destroy: () => stopWatching(),
    ignoreMutation: (mutation) => !caption.contains(mutation.target),
    stopEvent: (event) => tools.contains(event.target) || (event.type === "drop" && event.defaultPrevented),
  };
}
