/* The library in a dialog where several pictures are chosen, over as many searches and pages as it takes.
   Resolves to a list of {pk, name, thumb, …} in the order in which they were chosen. */
export function chooseMany({ url, language, words }) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "picker";
    dialog.setAttribute("aria-label", words.many);
    document.body.append(dialog);
    const chosen = new Map();
    let answer = [];

    const tell = () => {
      const sum = dialog.querySelector("[data-sum]");
      const add = dialog.querySelector("[data-add]");
      if (!sum || !add) return;
      sum.textContent = words.chosen.replace("%(number)s", chosen.size);
      add.textContent = words.add;
      add.disabled = chosen.size === 0;
    };
    const show = async (address) => {
      const page = await fetch(address, { headers: { "X-Requested-With": "fetch" }, redirect: "error" }).catch(() => null);
      if (!page?.ok) {
        const note = document.createElement("p");
        note.className = "errornote picker__failure";
        note.setAttribute("role", "alert");
        note.textContent = words.failed;
        dialog.querySelector(".picker__failure")?.remove();
        dialog.prepend(note);
        return;
      }
      dialog.innerHTML = await page.text();
      for (const box of dialog.querySelectorAll("[data-picture]")) box.checked = chosen.has(box.value);
      dialog.querySelector("input[type=search]").focus();
      tell();
    };

    dialog.addEventListener("change", (event) => {
      const box = event.target.closest("[data-picture]");
      if (!box) return;
      if (box.checked) chosen.set(box.value, JSON.parse(box.dataset.picture));
      else chosen.delete(box.value);
      tell();
    });
    dialog.addEventListener("click", (event) => {
      const page = event.target.closest("a[data-page]");
      if (page) {
        event.preventDefault();
        show(page.href);
      } else if (event.target.closest("[data-add]")) {
        answer = [...chosen.values()];
        dialog.close();
      } else if (event.target.closest("[data-close]")) dialog.close();
    });
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      show(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
    show(`${url}?${new URLSearchParams({ language, many: 1 })}`);
  });
}
