/* The media library in a dialog: search, choose, or bring in a new picture without leaving the text.
   Resolves to {pk, src, alt, caption} of the picture, or to null. */
export function choosePicture({ url, language, labels }) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "picker";
    document.body.append(dialog);
    let chosen = null;

    const show = async (address, options) => {
      let answer;
      try {
        answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, redirect: "error", ...options });
      } catch {
        answer = null;
      }
      if (!answer?.ok) return fail();
      if (answer.headers.get("Content-Type").startsWith("application/json")) return choose(await answer.json());
      dialog.innerHTML = await answer.text();
      const wrong = dialog.querySelector(".errors :is(input, textarea, select)");
      (wrong || dialog.querySelector("input[type=search]")).focus();
    };
    const fail = () => {
      let note = dialog.querySelector(".picker__failure");
      if (!note) {
        note = document.createElement("p");
        note.className = "errornote picker__failure";
        note.setAttribute("role", "alert");
        dialog.prepend(note);
      }
      note.textContent = labels.failed;
      for (const button of dialog.querySelectorAll("[type=submit]")) button.disabled = false;
    };
    const choose = (picture) => {
      chosen = picture;
      dialog.close();
    };

    dialog.addEventListener("click", (event) => {
      const card = event.target.closest("[data-picture]");
      const page = event.target.closest("a[data-page]");
      if (card) choose(JSON.parse(card.dataset.picture));
      else if (page) {
        event.preventDefault();
        show(page.href);
      } else if (event.target.closest("[data-close]")) dialog.close();
    });
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      const data = new FormData(form);
      if (form.method === "get") return show(`${form.action}?${new URLSearchParams(data)}`);
      for (const button of form.querySelectorAll("[type=submit]")) button.disabled = true;
      return show(form.action, { method: "POST", body: data });
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    dialog.showModal();
    show(`${url}?${new URLSearchParams({ language })}`);
  });
}
