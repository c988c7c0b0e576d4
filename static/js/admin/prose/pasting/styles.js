/* What the styles of pasted HTML say. The page's policy lets no style be applied, so they are read as text. */

const STYLE_SHEET = /<style\b[^>]*>[^]*?<\/style\s*>/gi;
const TAG = /<[a-z][^>]*>/gi;
const STYLE = /(\s)style(\s*=\s*)(?="|'|[^\s>])/gi;
const HANDLER = /\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;

/* HTML whose styles stand in ``data-css`` and whose handlers are gone, so that parsing it breaks no policy. */
export const disarmed = (html) =>
  html
    .replace(STYLE_SHEET, "")
    .replace(TAG, (tag) => tag.replace(STYLE, "$1data-css$2").replace(HANDLER, ""));

/* HTML without styles and handlers. */
export const unstyled = (html) =>
  disarmed(html).replace(TAG, (tag) => tag.replace(/\sdata-css\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));

/* The value of one property of an element's own style, in lower case; empty when it has none. */
export function property(element, name) {
  const css = element.getAttribute("data-css");
  if (!css) return "";
  for (const declaration of css.split(";")) {
    const colon = declaration.indexOf(":");
    if (declaration.slice(0, colon).trim().toLowerCase() === name) return declaration.slice(colon + 1).trim().toLowerCase();
  }
  return "";
}

const POINTS = { pt: 1, px: 0.75, em: 12, rem: 12 };

/* The size of the letters in points; null when the element does not say. */
export function fontSize(element) {
  const match = /^([\d.]+)(pt|px|em|rem)/.exec(property(element, "font-size"));
  return match ? Number(match[1]) * POINTS[match[2]] : null;
}

/* true or false where an element says how heavy its letters are; null where it does not. */
export function isBold(element) {
  const weight = property(element, "font-weight");
  if (!weight) return ["b", "strong"].includes(element.localName) ? true : null;
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}

export function isItalic(element) {
  const style = property(element, "font-style");
  if (!style) return ["i", "em", "cite", "dfn", "address"].includes(element.localName) ? true : null;
  return style === "italic" || style === "oblique";
}

/* "sub", "super", or "" where an element says that it is neither; null where it says nothing. */
export function raised(element) {
  if (element.localName === "sub") return "sub";
  if (element.localName === "sup") return "sup";
  const align = property(element, "vertical-align");
  if (align === "super") return "sup";
  if (align === "sub") return "sub";
  return element.classList.contains("MsoFootnoteReference") || element.classList.contains("MsoEndnoteReference") ? "sup" : null;
}

export const isHidden = (element) =>
  property(element, "display") === "none" || property(element, "mso-hide") === "all" || element.hasAttribute("hidden");

/* How Word and WPS mark the paragraphs of a list: {list, level}; null for others. */
export function wordList(element) {
  const match = /l(\d+)\s+level(\d+)/.exec(property(element, "mso-list"));
  return match ? { list: match[1], level: Number(match[2]) } : null;
}

export const isMarker = (element) => property(element, "mso-list") === "ignore";

/* 1 to 6 for a paragraph that an office program made a heading without saying so in its tag; null for others. */
export function outlineLevel(element) {
  const level = Number(property(element, "mso-outline-level"));
  if (level >= 1 && level <= 6) return level;
  return element.classList.contains("MsoTitle") ? 1 : null;
}
