/* Makes of read blocks what an editor would have written: clean spaces, real lists and headings, captions at pictures. */
const HAN = "\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef";
const BETWEEN_HAN = new RegExp(`([${HAN}])\\n(?=[${HAN}])`, "g");
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
const INDENT = /^[\s\u00a0\u3000]+/;
const TAIL = /[\s\u00a0\u3000]+$/;

/* Dots of Word, of its sign fonts, and of people who type them. */
const DOT = /^[·•●○◦▪▫■□◆◇►➢➤✓✔*\-–—oØ§ülnqv\uf0b7\uf0a7\uf0d8\uf06c\uf06e\uf075\uf0fc]$/;
const TYPED_DOT = /^[•●◦▪■◆►➢][\s\u00a0\u3000]*/;
const TYPED_NUMBER = /^(\d{1,3})(?:[.．](?!\d)|[、)）])[\s\u00a0\u3000]*/;
const CAPTION = /^(?:[△▲▽▼◎☉]|图\s*[\d一二三四五六七八九十：:/／丨|]|图片来源|图源|图为|摄影[：:/]|Photo(?:graph)?s?\s*(?:by|:)|Picture:|Figure\s*\d|Image:|Source:)|(?:\s摄|摄影|供图|摄\s*[)）])\s*[。.]?$/i;
const SIGN_OF_CAPTION = /^[△▲▽▼◎☉]\s*/;
const LONGEST_CAPTION = 120;
const LONGEST_HEADING = { han: 40, latin: 90 };
const SENTENCE_END = /[。！？；，、,;!?]$|[^.\d]\.$/;

function textOf(block) {
  return (block.runs || []).map((run) => run.text || (run.isBreak ? "\n" : "")).join("");
}

export function tidied(blocks, { isInside = false } = {}) {
  let out = blocks.flatMap(withoutLooseSpace).flatMap(within);
  if (!isInside) out = withHeadings(out);
  return withCaptions(withTypedLists(withWordLists(out)));
}

function within(block) {
  if (block.kind === "list") {
    const items = block.items.map((item) => tidied(item, { isInside: true })).filter((item) => item.length);
    return items.length ? [{ ...block, items }] : [];
  }
  if (block.kind === "quote") {
    const inner = tidied(block.blocks, { isInside: true });
    return inner.length ? [{ ...block, blocks: inner }] : [];
  }
  if (block.kind === "table") {
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: tidied(cell.blocks, { isInside: true }) })));
    return rows.some((row) => row.some((cell) => cell.blocks.length)) ? [withHeadRow({ ...block, rows })] : [];
  }
  return [block];
}

/* Spaces as people mean them; two line breaks part paragraphs; a paragraph of nothing is none. */
function withoutLooseSpace(block) {
  if (block.kind !== "p" && block.kind !== "heading") return [block];
  const parts = [[]];
  let breaks = 0;
  for (const run of block.runs) {
    if (run.isBreak) {
      breaks += 1;
      continue;
    }
    const isBlank = !/[^ \t\r\n]/.test(run.text);
    if (breaks > 1 && !isBlank) parts.push([]);
    else if (breaks === 1 && !isBlank && parts.at(-1).length) parts.at(-1).push({ isBreak: true });
    if (!isBlank || !breaks) parts.at(-1).push(run);
    if (!isBlank) breaks = 0;
  }
  return parts.map((runs) => ({ ...block, runs: spaced(runs) })).filter((one) => textOf(one).trim());
}

function spaced(runs) {
  // Across the borders of runs: a space that ends one and begins the next is one space.
  const SEAM = "\ue000";
  const BREAK = "\ue001";
  const whole = runs
    .map((run) => (run.isBreak ? BREAK : run.text.replace(/[\ue000\ue001]/g, "")))
    .join(SEAM)
    .replace(INVISIBLE, "")
    .replace(/[ \t\r]*\n[ \t\r\n]*/g, "\n");
  const seamless = whole
    .replace(new RegExp(`([${HAN}])(${SEAM}*)\\n(${SEAM}*)(?=[${HAN}])`, "g"), "$1$2$3")
    .replace(BETWEEN_HAN, "$1")
    .replace(/\n|\t/g, " ")
    .replace(/(\d)\u00a0(?=[^\s\u00a0\u3000])/g, "$1\ue002")
    .replace(/[ \u00a0]+/g, " ")
    .replace(/ (\ue000+) /g, " $1")
    .replaceAll("\ue002", "\u00a0")
    .replace(/[ \u3000]*(\ue000*)\ue001(\ue000*)[ \u3000]*/g, "$1\ue001$2");
  const pieces = seamless.split(SEAM);
  const out = runs.map((run, at) => (run.isBreak ? run : { ...run, text: pieces[at] }));
  trimStart(out);
  trimEnd(out);
  return out.filter((run) => run.isBreak || run.text);
}

function trimStart(runs) {
  for (const run of runs) {
    if (run.isBreak) return;
    run.text = run.text.replace(INDENT, "");
    if (run.text) return;
  }
}

function trimEnd(runs) {
  for (const run of [...runs].reverse()) {
    if (run.isBreak) return;
    run.text = run.text.replace(TAIL, "");
    if (run.text) return;
  }
}

// Headings

const isAllBold = (block) => block.runs.every((run) => run.isBreak || !run.text.trim() || run.marks.includes("strong"));
const sizeOf = (block) => Math.max(...block.runs.map((run) => run.size ?? 0), 0);
const withoutBold = (block) => ({
  ...block,
  runs: block.runs.map((run) => (run.marks ? { ...run, marks: run.marks.filter((mark) => mark !== "strong") } : run)),
});

/* The size in which most of the text is set; what does not say is set as ordinary text, in 12 points at most. */
function commonSize(blocks) {
  const letters = new Map();
  for (const block of blocks) {
    for (const run of block.kind === "p" ? block.runs : []) {
      letters.set(run.size ?? 12, (letters.get(run.size ?? 12) || 0) + (run.text?.length || 0));
    }
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

function looksLikeHeading(block, next, common) {
  if (block.kind !== "p" || block.list || !next || !isAllBold(block)) return false;
  const text = textOf(block);
  const longest = new RegExp(`[${HAN}]`).test(text) ? LONGEST_HEADING.han : LONGEST_HEADING.latin;
  return text.length <= longest && !text.includes("\n") && !SENTENCE_END.test(text) && sizeOf(block) >= common * 1.15;
}

/* Headings of every rank become those of two ranks; bold larger lines become headings, the largest of them the upper. */
function withHeadings(blocks) {
  const common = commonSize(blocks);
  const bySize = blocks.map((block, at) => (looksLikeHeading(block, blocks[at + 1], common) ? sizeOf(block) : 0));
  const largest = Math.max(...bySize, 0);
  const ranks = blocks.filter((block) => block.kind === "heading").map((block) => block.rank);
  const upper = Math.min(...ranks);
  return blocks.map((block, at) => {
    if (block.kind === "heading") return { ...withoutBold(block), level: block.rank === upper ? 2 : 3 };
    if (!bySize[at]) return block;
    return { ...withoutBold(block), kind: "heading", level: bySize[at] === largest && !ranks.length ? 2 : 3 };
  });
}

function withHeadRow(table) {
  const [first, ...others] = table.rows;
  const isBoldCell = (cell) => cell.blocks.length > 0 && cell.blocks.every((block) => block.kind === "p" && isAllBold(block));
  const isHead = others.length > 0 && first.every(isBoldCell) && !others.every((row) => row.every(isBoldCell));
  const head = first.map((cell) => ({ ...cell, isHead: cell.isHead || isHead }));
  const plain = (cell) => (cell.isHead ? { ...cell, blocks: cell.blocks.map((b) => (b.runs ? withoutBold(b) : b)) } : cell);
  return { ...table, rows: [head, ...others].map((row) => row.map(plain)) };
}

// Lists

const numberOf = (marker) => Number(/\d+/.exec(marker)?.[0]) || 1;
const plainItem = (block) => ({ ...block, list: null, marker: "", level: 0 });

/* Paragraphs that Word and WPS show as a list, made one. Levels may be skipped on the way in. */
function withWordLists(blocks) {
  const out = [];
  /* Open lists, the outermost first: {level, list}. */
  let open = [];
  for (const block of blocks) {
    if (block.kind !== "p" || block.list === null || block.list === undefined || !block.marker) {
      open = [];
      out.push(block);
      continue;
    }
    const isOrdered = !DOT.test(block.marker);
    while (open.length && open.at(-1).level > block.level) open.pop();
    const last = open.at(-1);
    if (last?.level === block.level && last.isOrdered === isOrdered && (open.length > 1 || last.name === block.list)) {
      last.node.items.push([plainItem(block)]);
      continue;
    }
    if (last?.level === block.level) open.pop();
    const node = { kind: "list", isOrdered, start: isOrdered ? numberOf(block.marker) : 1, items: [[plainItem(block)]] };
    if (open.length) open.at(-1).node.items.at(-1).push(node);
    else out.push(node);
    open.push({ level: block.level, isOrdered, name: block.list, node });
  }
  return out;
}

function typed(block) {
  if (block?.kind !== "p" || block.list) return null;
  const text = textOf(block);
  if (text.includes("\n")) return null;
  const dot = TYPED_DOT.exec(text);
  if (dot) return { isOrdered: false, length: dot[0].length };
  const digits = TYPED_NUMBER.exec(text);
  return digits ? { isOrdered: true, length: digits[0].length, number: Number(digits[1]) } : null;
}

function cutStart(block, length) {
  let left = length;
  const runs = block.runs.map((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return { ...run, text: run.text.slice(cut) };
  });
  return { ...block, runs: spaced(runs) };
}

/* Two paragraphs or more that begin with a dot, or with 1, 2, 3, one after the other. */
function withTypedLists(blocks) {
  const out = [];
  for (let at = 0; at < blocks.length; ) {
    const first = typed(blocks[at]);
    let end = at + 1;
    if (first && (!first.isOrdered || first.number === 1)) {
      for (let next; (next = typed(blocks[end])) && next.isOrdered === first.isOrdered; end += 1) {
        if (next.isOrdered && next.number !== end - at + 1) break;
      }
    }
    if (end - at < 2) out.push(blocks[at]);
    else {
      const items = blocks.slice(at, end).map((block) => [cutStart(block, typed(block).length)]);
      out.push({ kind: "list", isOrdered: first.isOrdered, start: 1, items });
    }
    at = end;
  }
  return out;
}

// Captions

function withCaptions(blocks) {
  const out = [];
  for (const block of blocks) {
    const picture = out.at(-1);
    if (picture?.kind === "picture" && !picture.caption && isCaption(block)) {
      picture.caption = { ...cutStart(block, SIGN_OF_CAPTION.exec(textOf(block))?.[0].length ?? 0) };
    } else out.push(block.kind === "picture" ? { ...block } : block);
  }
  return out;
}

function isCaption(block) {
  if (block.kind !== "p" || block.list) return false;
  const text = textOf(block);
  if (text.length > LONGEST_CAPTION || text.includes("\n")) return false;
  const size = sizeOf(block);
  return block.isCaption || CAPTION.test(text) || (block.isCentred && size > 0 && size < 11 && !isAllBold(block));
}
