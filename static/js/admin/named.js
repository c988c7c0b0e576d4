/* What the text names, read once the form is open, and taken up without leaving it: the draft gets it at once, and the
   open form goes on from that draft. Without this the page behind the link does the same. */
export function decideAboutNames(box) {
  const form = box.closest("form");
  const said = box.querySelector("[data-said]");

  /* The form now stands for the new version too, unless it was opened on an older one: then saving merges. */
  function follow({ added, before, after }) {
    for (const { field, pk, title } of added) {
      const select = form.elements[field];
      if (!select || select.querySelector(`option[value="${pk}"]:checked`)) continue;
      select.append(new Option(title, pk, true, true));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (!after) return;
    const { _seen: seen, _made_from: from } = form.elements;
    if (seen && from && seen.value === before && from.value === before) seen.value = from.value = after;
  }

  async function decide(one, deed) {
    const buttons = one.querySelectorAll("button");
    buttons.forEach((button) => { button.disabled = true; });
    const body = new URLSearchParams({ [deed]: one.dataset.key });
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const answer = await fetch(box.dataset.named, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
    const isJson = answer?.headers.get("Content-Type")?.startsWith("application/json");
    const data = isJson ? await answer.json() : null;
    if (!answer?.ok || !data) {
      buttons.forEach((button) => { button.disabled = false; });
      tell(one, data?.refusal || box.dataset.refused);
      return;
    }
    follow(data);
    const words = deed === "add" ? box.dataset.added : box.dataset.dismissed;
    one.querySelector(".named__deeds").replaceWith(paragraph(words));
    said.textContent = `${one.querySelector(".named__title").textContent}: ${words}`;
    (box.querySelector(".named__deeds button") ?? box.querySelector("a[href]")).focus();
  }

  function listen(one) {
    /* A button of the page would send the form that it now stands in. */
    for (const button of one.querySelectorAll("button")) button.type = "button";
    one.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) decide(one, button.name);
    });
  }

  async function fill() {
    const answer = await fetch(box.dataset.named).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const proposals = page.querySelector("[data-proposals]");
    proposals.querySelectorAll(".named__one").forEach(listen);
    box.querySelector("[data-box]").replaceChildren(...proposals.childNodes);
  }

  fill();
}

function paragraph(words) {
  const element = document.createElement("p");
  element.className = "named__said";
  element.textContent = words;
  return element;
}

function tell(one, words) {
  one.querySelector(".named__said")?.remove();
  one.append(paragraph(words));
}
