/* The texts in which a picture stands: searched once the form is open, and shown in the place of the link. */
export async function showMentions(link) {
  const answer = await fetch(link.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  link.replaceWith(page.querySelector("[data-mentioned]"));
}
