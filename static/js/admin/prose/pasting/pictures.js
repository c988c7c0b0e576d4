/* Where each picture of a paste comes from: its own bytes, the RTF or files beside it, this site, or another one. */
import { picturesIn } from "./rtf.js";

/* Short ones are stand-ins of pages that load their pictures later, or cost nothing to read. */
const DATA = /\bsrc\s*=\s*(["'])(data:image\/[^"']{2000,})\1/gi;
const MEANINGLESS = /^(?:图片|图像|image|picture|photo|img|文本框.*|描述已自动生成|.*自动生成.*|.*generated.*|.*\.(?:png|jpe?g|gif|bmp|webp)|[a-z]:\\.*|IMG[_-].*|\d+|wps\d*|图片 ?\d+|picture ?\d+)$/i;

/* HTML in which pictures that carry their bytes are numbered, so that nothing else has to read through them. */
export function withoutData(html) {
  const data = [];
  const short = html.replace(DATA, (_all, quote, uri) => `src=${quote}clip:${data.push(uri) - 1}${quote}`);
  return { html: short, data };
}

/* A function (picture block) → {blob | path | source | file, alt}, for the pictures of one paste in their order. */
export function sourcesOf(blocks, { data, rtf, files, origin }) {
  const pictures = picturesOf(blocks);
  const onDisk = pictures.filter(({ src }) => /^file:/i.test(src));
  const beside = onDisk.length && rtf ? picturesIn(rtf) : [];
  // Drawings without a picture in the HTML would shift the rest: then nothing is certain.
  const fromDisk = new Map();
  const list = beside.length >= onDisk.length ? beside : files.length === onDisk.length ? files : beside;
  onDisk.forEach((picture, at) => fromDisk.set(picture, list[at] || null));
  return (picture) => {
    const alt = MEANINGLESS.test(picture.alt.trim()) ? "" : picture.alt.trim();
    return { ...found(picture, { data, fromDisk, origin }), alt };
  };
}

function found(picture, { data, fromDisk, origin }) {
  const { src } = picture;
  if (picture.file && /^\d+$/.test(picture.file) && !/^https?:/i.test(src)) return { file: picture.file };
  const clip = /^clip:(\d+)$/.exec(src);
  if (clip) return { blob: blobOf(data[clip[1]]) };
  if (/^data:/i.test(src)) return { blob: blobOf(src) };
  if (fromDisk.has(picture)) return { blob: fromDisk.get(picture) };
  const address = addressOf(src, origin);
  if (address?.origin === origin) return { path: address.pathname };
  return { source: address?.href };
}

function addressOf(src, origin) {
  try {
    const address = new URL(src, origin);
    return ["http:", "https:"].includes(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

function picturesOf(blocks) {
  return blocks.flatMap((block) => {
    if (block.kind === "picture") return [block];
    if (block.kind === "list") return block.items.flatMap(picturesOf);
    if (block.kind === "quote") return picturesOf(block.blocks);
    return block.kind === "table" ? block.rows.flat().flatMap((cell) => picturesOf(cell.blocks)) : [];
  });
}

function blobOf(uri) {
  const match = /^data:(image\/[a-z0-9.+-]+)[^,]*;base64,(.*)$/is.exec(uri);
  if (!match) return null;
  try {
    const text = atob(match[2].replace(/\s|%0A|%0D/gi, ""));
    return new Blob([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], { type: match[1].toLowerCase() });
  } catch {
    return null;
  }
}
