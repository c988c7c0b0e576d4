/* The switch between light and dark. The choice outlives the visit only when the visitor agreed to cookies. */
const YEAR = 365 * 24 * 3600;

export function theme(button) {
  const root = document.documentElement;
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.shade === "dark"));
  const keep = (chosen) => {
    if (root.dataset.cookies === "agree") {
      const secure = location.protocol === "https:" ? "; Secure" : "";
      document.cookie = `theme=${chosen}; Max-Age=${YEAR}; Path=/; SameSite=Lax${secure}`;
      return;
    }
    try { sessionStorage.setItem("theme", chosen); } catch { /* storage is switched off: this page only */ }
  };
  button.addEventListener("click", () => {
    const chosen = root.dataset.shade === "dark" ? "light" : "dark";
    root.dataset.theme = root.dataset.shade = chosen;
    keep(chosen);
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    if (!root.dataset.theme) { root.dataset.shade = event.matches ? "dark" : "light"; show(); }
  });
  show();
}
