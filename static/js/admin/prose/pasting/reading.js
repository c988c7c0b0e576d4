/* Reads pasted HTML into blocks: paragraphs of runs, headings, lists, tables, quotations, pictures. Whatever elements a
   program wraps around them, only what they mean comes out.

   A block is {kind: "p" | "heading" | "list" | "table" | "quote" | "picture" | "rule", …}; a run is {text, marks, href}
   or {isBreak: true}. */
import { fontSize, isBold, isHidden, isItalic, isMarker, outlineLevel, property, raised, wordList } from "./styles.js";

const IGNORED = new Set(
  "script style title meta link head xml noscript template object embed canvas input button select option textarea map area param source track rp rt progress meter".split(" "),
);
const BLOCKS = new Set(
  "address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup html legend li main nav ol p pre section summary ul h1 h2 h3 h4 h5 h6 hr table blockquote tbody thead tfoot tr td th caption".split(" "),
);
const FRAMES = new Set(["iframe", "video", "audio"]);
/* Deeper than any document; only a hostile one is. */
const DEEPEST = 400;

export function read(root) {
  const reader = new Reader();
  reader.children(root, { bold: false, italic: false, raised: "", href: "", size: null, depth: 0 });
  reader.close();
  return reader.blocks;
}

class Reader {
  constructor() {
    this.blocks = [];
    this.open = null;
  }

  close() {
    if (this.open) this.blocks.push(this.open);
    this.open = null;
  }

  put(block) {
    this.close();
    this.blocks.push(block);
  }

  paragraph() {
    this.open ??= { kind: "p", runs: [], list: null, marker: "", level: 0, isCentred: false, isCaption: false };
    return this.open;
  }

  children(element, around) {
    if (around.depth > DEEPEST) return this.text(element.textContent, around);
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.text(child.data, around);
      else if (child.nodeType === 1) this.element(child, { ...around, depth: around.depth + 1 });
    }
    return undefined;
  }

  /* The blocks within an element, read by themselves. */
  inside(element, around) {
    const reader = new Reader();
    reader.children(element, around);
    reader.close();
    return reader.blocks;
  }

  text(text, { bold, italic, raised: place, href, size }) {
    if (!text || (!this.open && !/[^ \t\r\n]/.test(text))) return;
    const marks = [bold && "strong", italic && "em", place].filter(Boolean);
    this.paragraph().runs.push({ text, marks, href, size });
  }

  element(element, around) {
    const name = element.localName;
    if (IGNORED.has(name) || isHidden(element)) return;
    // Office drawings have names of their own; their pictures come as ordinary ones as well.
    if (/^(v|w|m|st1):/.test(name)) return;
    if (isMarker(element)) {
      this.paragraph().marker = element.textContent.replace(/[\s\u00a0]+/g, "");
      return;
    }
    const inner = this.#within(element, around);
    if (name === "br") this.paragraph().runs.push({ isBreak: true });
    else if (name === "img") this.#picture(element);
    else if (name === "svg") this.#drawing(element);
    else if (FRAMES.has(name)) this.#frame(element);
    else if (name === "hr") this.put({ kind: "rule" });
    else if (name === "table") this.#table(element, inner);
    else if (name === "ul" || name === "ol") this.#list(element, inner);
    else if (name === "blockquote") this.put({ kind: "quote", blocks: this.inside(element, inner) });
    else if (/^h[1-6]$/.test(name)) this.#heading(element, inner, Number(name[1]));
    else if (name === "pre") this.#lines(element, inner);
    else if (name === "q") this.#wrapped("“", element, inner, "”");
    else if (BLOCKS.has(name)) this.#block(element, inner);
    else this.children(element, inner);
  }

  #within(element, around) {
    const bold = isBold(element);
    const italic = isItalic(element);
    const place = raised(element);
    const size = fontSize(element);
    const href = element.localName === "a" ? addressOf(element) : null;
    return {
      bold: bold ?? around.bold,
      italic: italic ?? around.italic,
      raised: place ?? around.raised,
      href: href ?? around.href,
      size: size ?? around.size,
      depth: around.depth,
    };
  }

  #block(element, around) {
    this.close();
    const isParagraph = element.localName === "p" || element.localName === "figcaption";
    const level = isParagraph ? outlineLevel(element) : null;
    if (isParagraph) {
      const list = wordList(element);
      const isCaption = element.classList.contains("MsoCaption") || element.localName === "figcaption";
      Object.assign(this.paragraph(), {
        list: list?.list ?? null,
        level: list?.level ?? 0,
        isCentred: property(element, "text-align") === "center" || element.getAttribute("align") === "center",
        isCaption,
      });
    }
    this.children(element, element.localName === "dt" ? { ...around, bold: true } : around);
    if (level && this.open) Object.assign(this.open, { kind: "heading", rank: level });
    this.close();
  }

  #heading(element, around, rank) {
    this.close();
    const blocks = this.inside(element, { ...around, bold: false });
    for (const block of blocks) this.blocks.push(block.kind === "p" ? { ...block, kind: "heading", rank } : block);
  }

  #lines(element, around) {
    this.close();
    for (const line of element.textContent.split(/\r?\n/)) {
      this.text(line, around);
      this.close();
    }
  }

  #wrapped(before, element, around, after) {
    this.text(before, around);
    this.children(element, around);
    this.text(after, around);
  }

  #list(element, around) {
    const items = [];
    for (const child of element.children) {
      const blocks = child.localName === "li" ? this.inside(child, { ...around, depth: around.depth + 1 }) : null;
      if (blocks) items.push(blocks);
      else {
        // Some programs put a deeper list beside its item instead of inside.
        const reader = new Reader();
        reader.element(child, { ...around, depth: around.depth + 1 });
        reader.close();
        if (items.length) items.at(-1).push(...reader.blocks);
        else if (reader.blocks.length) items.push(reader.blocks);
      }
    }
    const start = Number(element.getAttribute("start")) || 1;
    if (items.length) this.put({ kind: "list", isOrdered: element.localName === "ol", start, items });
    else this.children(element, around);
  }

  #table(element, around) {
    const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element);
    const title = [...element.children].find((child) => child.localName === "caption");
    if (title) this.#block(title, around);
    const read_ = rows.map((row) =>
      [...row.children]
        .filter((cell) => ["td", "th"].includes(cell.localName))
        .map((cell) => ({
          isHead: cell.localName === "th" || row.parentNode.localName === "thead",
          colspan: spanOf(cell, "colspan"),
          rowspan: spanOf(cell, "rowspan"),
          blocks: this.inside(cell, { ...around, depth: around.depth + 3 }),
        })),
    );
    const cells = read_.flat();
    // A table of one cell only frames what is in it.
    if (cells.length === 1) for (const block of cells[0].blocks) this.put(block);
    else if (cells.length) this.put({ kind: "table", rows: read_.filter((row) => row.length) });
    else this.children(element, around);
  }

  #picture(image) {
    const given = image.getAttribute("src") || "";
    const later = image.getAttribute("data-src") || image.getAttribute("data-original") || image.getAttribute("data-backsrc") || "";
    // Pages that load pictures when they are scrolled to show a stand-in until then.
    const src = later && !/^(clip|file):/i.test(given) ? later : given || later;
    const [width, height] = ["width", "height"].map((name) => Number.parseFloat(image.getAttribute(name) || property(image, name)));
    if (!src || width <= 3 || height <= 3) return;
    const alt = image.getAttribute("alt") || "";
    const isSign = /emoji|emotion|wx_emoji/i.test(image.className) || (width <= 24 && height <= 24);
    if (isSign) return this.text(alt, { marks: [] });
    return this.put({ kind: "picture", src, alt, file: image.getAttribute("data-file") });
  }

  #drawing(element) {
    const match = /url\(\s*(?:"|'|&quot;)?([^"')]+)/i.exec(element.getAttribute("data-css") || "");
    if (match) this.put({ kind: "picture", src: match[1], alt: "", file: null });
    else this.text(element.querySelector("text")?.textContent || "", {});
  }

  /* A film cannot stand in a text; where it is can. */
  #frame(element) {
    const src = element.getAttribute("src") || element.getAttribute("data-src") || element.querySelector("source")?.getAttribute("src");
    if (!/^https?:\/\//i.test(src || "")) return;
    this.put({ kind: "p", runs: [{ text: src, marks: [], href: src }], list: null, marker: "", level: 0 });
  }
}

function spanOf(cell, name) {
  const span = Number(cell.getAttribute(name));
  return span > 1 && span < 1000 ? span : 1;
}

/* Where a link leads; empty for anchors within the document, files of somebody's disk and scripts. */
function addressOf(element) {
  const href = (element.getAttribute("href") || "").trim();
  return /^(https?:\/\/|mailto:|tel:|item:|\/(?!\/))/i.test(href) ? href : "";
}
