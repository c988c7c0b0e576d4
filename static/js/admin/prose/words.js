/* Alternative and credit of a picture of the library, asked for in a dialog. Resolves to what the server tells of the
   picture afterwards, or to null. */
export function askForWords({ url, key, language, labels }) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "ask ask--words";
    document.body.append(dialog);
    let told = null;

    const fail = (text) => {
      let note = dialog.querySelector(".errornote");
      if (!note) {
        note = document.createElement("p");
        note.className = "errornote";
        note.setAttribute("role", "alert");
        dialog.prepend(note);
      }
      note.textContent = text;
    };
    const show = async (address, options) => {
      let answer;
      try {
        answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, redirect: "error", ...options });
      } catch {
        return fail(labels.failed);
      }
      if (answer.status === 403) return fail(labels.wordsForbidden);
      if (!answer.ok) return fail(labels.failed);
      if (answer.headers.get("Content-Type").startsWith("application/json")) {
        told = await answer.json();
        return dialog.close();
      }
      dialog.innerHTML = await answer.text();
      return dialog.querySelector(".errors :is(input, select), input:not([type=hidden])")?.focus();
    };

    dialog.addEventListener("click", (event) => {
      if (event.target.closest("[data-close]")) dialog.close();
    });
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      show(event.target.action, { method: "POST", body: new FormData(event.target) });
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(told);
    });
    dialog.showModal();
    show(`${url}?${new URLSearchParams({ pk: key, language })}`);
  });
}
