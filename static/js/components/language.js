/* Remembers the language of the page being read for the next visit, when the visitor agreed to cookies. */
const YEAR = 365 * 24 * 3600;

export function language(link) {
  if (document.documentElement.dataset.cookies !== "agree") return;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `django_language=${link.dataset.language}; Max-Age=${YEAR}; Path=/; SameSite=Lax${secure}`;
}
