/* What a figure of the text holds, from what the library tells of a picture. */
export const attributesOf = (picture) => ({
  file: String(picture.pk),
  src: picture.src,
  alt: picture.alt,
  credit: picture.credit ?? null,
  known: picture.alt,
  caption: picture.caption ?? "",
  pending: null,
  source: null,
  upload: null,
});

/* What stands in the text for a picture that was chosen. */
export const figureOf = (picture) => ({
  type: "figure",
  attrs: attributesOf(picture),
  content: picture.caption ? [{ type: "text", text: picture.caption }] : [],
});

/* What stands in the text for a picture that is being uploaded. */
export const figureOfUpload = (id) => ({ type: "figure", attrs: { upload: id } });
