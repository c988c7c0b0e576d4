/* The pictures in the RTF that Word and WPS put beside their HTML, whose own pictures stand on somebody's disk. */

/* Pictures here are copies of others, dots of lists, or no part of the text. */
const PASSED_OVER = /^\{\\(?:\*\\)?(?:nonshppict|listpicture|shprslt|header[lrf]?|footer[lrf]?|blipuid|picprop|bliptag|themedata|fonttbl|stylesheet)\b/;
const KINDS = { pngblip: "image/png", jpegblip: "image/jpeg" };

/* A Blob for each picture in the order of the text; null for one in a form that no browser shows. */
export function picturesIn(rtf) {
  const found = [];
  let place = 0;
  for (let guard = 0; guard < 1_000_000; guard += 1) {
    const open = rtf.indexOf("{", place);
    if (open < 0) break;
    const head = rtf.slice(open, open + 24);
    if (PASSED_OVER.test(head)) place = endOf(rtf, open);
    else if (head.startsWith("{\\pict")) {
      const end = endOf(rtf, open);
      found.push(blobOf(rtf.slice(open, end)));
      place = end;
    } else place = open + 1;
  }
  return found;
}

/* The place after the group that begins at ``open``. Braces that are text are written with a backslash. */
function endOf(rtf, open) {
  const brace = /\\[\\{}]|[{}]/g;
  brace.lastIndex = open;
  let depth = 0;
  for (let match; (match = brace.exec(rtf)); ) {
    if (match[0] === "{") depth += 1;
    else if (match[0] === "}") depth -= 1;
    if (!depth) return match.index + 1;
  }
  return rtf.length;
}

function blobOf(group) {
  const kind = Object.keys(KINDS).find((name) => group.includes(`\\${name}`));
  if (!kind) return null;
  // What remains without inner groups and control words is the picture in hexadecimal digits.
  let plain = group.slice(1, -1).replace(/\\[\\{}]/g, " ");
  while (/\{[^{}]*\}/.test(plain)) plain = plain.replace(/\{[^{}]*\}/g, " ");
  const digits = plain.replace(/\\[a-z]+-?\d* ?/gi, " ").replace(/\\\*/g, "").replace(/\s+/g, "");
  if (!digits || digits.length % 2 || /[^0-9a-f]/i.test(digits)) return null;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(digits.substr(at * 2, 2), 16);
  return new Blob([bytes], { type: KINDS[kind] });
}
