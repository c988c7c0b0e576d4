/* Tidied blocks as HTML that the editor reads. Each picture is written by ``write(picture)``. */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

const runHtml = (run) => {
  if (run.isBreak) return "<br>";
  const marked = (run.marks || []).reduceRight((inner, mark) => `<${mark}>${inner}</${mark}>`, escaped(run.text));
  return run.href ? `<a href="${escaped(run.href)}">${marked}</a>` : marked;
};

const runsHtml = (block) => block.runs.map(runHtml).join("");

export function written(blocks, write) {
  const one = (block) => {
    if (block.kind === "p") return `<p>${runsHtml(block)}</p>`;
    if (block.kind === "heading") return `<h${block.level || 3}>${runsHtml(block)}</h${block.level || 3}>`;
    if (block.kind === "rule") return "<hr>";
    if (block.kind === "quote") return `<blockquote>${all(block.blocks)}</blockquote>`;
    if (block.kind === "picture") return write(block, block.caption ? runsHtml(block.caption) : "");
    if (block.kind === "list") {
      const [name, start] = block.isOrdered ? ["ol", block.start > 1 ? ` start="${block.start}"` : ""] : ["ul", ""];
      return `<${name}${start}>${block.items.map((item) => `<li>${all(item)}</li>`).join("")}</${name}>`;
    }
    const cell = ({ isHead, colspan, rowspan, blocks: inner }) => {
      const name = isHead ? "th" : "td";
      const spans = [["colspan", colspan], ["rowspan", rowspan]].filter(([, span]) => span > 1);
      return `<${name}${spans.map(([what, span]) => ` ${what}="${span}"`).join("")}>${all(inner) || "<p></p>"}</${name}>`;
    };
    return `<table><tbody>${block.rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</tbody></table>`;
  };
  const all = (some) => some.map(one).join("");
  return all(blocks);
}

/* The figure that keeps the place of a picture until it is there. */
export function figureHtml({ upload, source, file }, caption) {
  const name = upload ? `data-upload="${upload}"` : `data-pending="pasted"${source ? ` data-source="${escaped(source)}"` : ""}`;
  if (file) return `<figure><img data-file="${escaped(file)}"><figcaption>${caption}</figcaption></figure>`;
  return `<figure ${name}><figcaption>${caption}</figcaption></figure>`;
}
