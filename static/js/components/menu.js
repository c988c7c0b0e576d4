/* The main menu: panels on a wide window, one sheet on a narrow one. */
const wide = matchMedia("(min-width: 64rem)");

export function menu(nav) {
  const groups = [...nav.querySelectorAll("details")];
  const opener = document.querySelector(`[aria-controls="${nav.id}"]`);
  const closer = nav.querySelector("[data-close]");

  const behind = document.querySelectorAll(".skip, .header__bar, main, .footer");

  for (const link of [opener, closer]) {
    link.setAttribute("role", "button");
    link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
  }
  opener.setAttribute("aria-expanded", "false");

  const closeGroups = (except) => groups.forEach((group) => { if (group !== except) group.open = false; });
  const isOpen = () => nav.hasAttribute("data-open");

  function toggleSheet(open) {
    nav.toggleAttribute("data-open", open);
    opener.setAttribute("aria-expanded", String(open));
    document.documentElement.toggleAttribute("data-sheet", open);
    for (const part of behind) part.inert = open;
    if (open) {
      closeGroups();
      const current = groups.find((group) => group.hasAttribute("data-current"));
      if (current) current.open = true;
      closer.focus();
    } else if (!wide.matches) {
      opener.focus();
    }
  }

  opener.addEventListener("click", (event) => { event.preventDefault(); toggleSheet(!isOpen()); });
  closer.addEventListener("click", (event) => { event.preventDefault(); toggleSheet(false); });
  wide.addEventListener("change", () => { if (isOpen()) toggleSheet(false); closeGroups(); });

  for (const group of groups) {
    group.addEventListener("toggle", () => { if (group.open && wide.matches) closeGroups(group); });
  }
  document.addEventListener("click", (event) => {
    if (wide.matches && !nav.contains(event.target)) closeGroups();
  });
  nav.addEventListener("focusout", (event) => {
    if (wide.matches && event.relatedTarget && !nav.contains(event.relatedTarget)) closeGroups();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = groups.find((group) => group.open);
    if (isOpen()) toggleSheet(false);
    else if (open && wide.matches) { open.open = false; open.querySelector("summary").focus(); }
  });
}
