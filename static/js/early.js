/* Runs before the first paint: what the visitor chose must not flash by in another colour. */
(function () {
  var root = document.documentElement;
  function cookie(name) {
    var found = document.cookie.match("(?:^|; )" + name + "=([^;]*)");
    return found ? found[1] : "";
  }
  root.dataset.script = "";
  if (cookie("cookie_choice")) root.dataset.cookies = cookie("cookie_choice");
  var theme = cookie("theme");
  if (!theme) {
    try { theme = sessionStorage.getItem("theme"); } catch (error) { theme = ""; /* storage is switched off */ }
  }
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  root.dataset.shade = root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
})();
