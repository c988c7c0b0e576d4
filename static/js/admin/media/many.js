/* Bringing in many pictures: each file is sent by itself, with its own bar, answer and second try.
   Without this the form sends all of them in one request. */
const AT_A_TIME = 2;
const KINDS = /^image\/(jpeg|png|webp|gif|avif)$/;

export function bringIn(form) {
  const said = form.dataset;
  const input = form.querySelector("input[type=file]");
  const answers = document.querySelector("[data-answers]");
  const list = answers.querySelector("ul");
  const sum = answers.querySelector("[data-sum]");
  const next = answers.querySelector("[data-next]");
  const waiting = [];
  const kept = new Set();
  let sending = 0;

  form.querySelector("[data-with-script]").hidden = false;
  form.querySelector("[data-without-script]").hidden = true;
  form.querySelector("[type=submit]").hidden = true;

  const element = (name, className, text = "") => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const line = (file) => {
    const item = element("li", "many__item");
    const thumb = element("span", "many__thumb");
    const name = element("span", "many__name", file.name);
    const text = element("span", "many__text", said.saidWaiting);
    const bar = element("progress", "many__bar");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", said.saidProgress.replace("{name}", file.name));
    const deeds = element("span", "many__again");
    item.append(thumb, name, text, bar, deeds);
    list.append(item);
    return { file, item, thumb, name, text, bar, deeds };
  };

  const settle = (job, state, text) => {
    job.state = state;
    job.item.className = `many__item many__item--${state}`;
    job.text.textContent = text;
    job.bar.hidden = true;
    tell();
  };

  const tell = () => {
    const jobs = list.childElementCount;
    const done = list.querySelectorAll(".many__item--stored, .many__item--known, .many__item--refused, .many__item--failed");
    sum.textContent = jobs ? said.saidDone.replace("{done}", done.length).replace("{all}", jobs) : "";
    answers.hidden = jobs === 0;
    next.hidden = kept.size === 0 || sending > 0 || waiting.length > 0;
    const query = [...kept].map((key) => `pk=${key}`).join("&");
    next.querySelector("a").href = `${said.words}?${query}`;
  };

  const refuse = (job, text, mayTryAgain) => {
    settle(job, mayTryAgain ? "failed" : "refused", text);
    job.deeds.replaceChildren();
    const button = (label, deed) => {
      const made = element("button", "button", label);
      made.type = "button";
      made.setAttribute("aria-label", `${label}: ${job.file.name}`);
      made.addEventListener("click", deed);
      job.deeds.append(made);
    };
    if (mayTryAgain) {
      button(said.saidAgain, () => {
        job.deeds.replaceChildren();
        enqueue(job);
      });
    }
    button(said.saidRemove, () => {
      job.item.remove();
      tell();
      input.focus();
    });
  };

  const answer = (job, about) => {
    if (about.state === "refused") return refuse(job, about.text, false);
    settle(job, about.state, about.text);
    kept.add(about.pk);
    const picture = element("img", "many__thumb");
    picture.src = about.thumb;
    picture.alt = "";
    job.thumb.replaceWith(picture);
    const link = element("a", "", job.file.name);
    link.href = about.url;
    job.name.replaceChildren(link);
    if (about.alike) {
      const other = element("a", "", said.saidCompare);
      other.href = about.alike;
      job.text.append(" ", other);
    }
    return tell();
  };

  const send = (job) => {
    sending += 1;
    job.item.className = "many__item many__item--sending";
    job.text.textContent = said.saidSending;
    job.bar.hidden = false;
    const data = new FormData(form);
    data.delete("files");
    data.append("files", job.file, job.file.name);
    const request = new XMLHttpRequest();
    request.open("POST", form.action || location.href);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "text";
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      job.bar.value = event.loaded / event.total;
      if (event.loaded === event.total) {
        job.bar.removeAttribute("value");
        job.text.textContent = said.saidWorking;
      }
    });
    request.addEventListener("loadend", () => {
      sending -= 1;
      const isJson = (request.getResponseHeader("Content-Type") || "").startsWith("application/json");
      if (request.status === 200 && isJson) answer(job, JSON.parse(request.responseText));
      else if (request.status === 403 || request.responseURL.includes("/login/")) refuse(job, said.saidOut, true);
      else refuse(job, said.saidFailed, true);
      run();
      tell();
    });
    request.send(data);
  };

  const run = () => {
    while (sending < AT_A_TIME && waiting.length) send(waiting.shift());
  };

  const enqueue = (job) => {
    job.item.className = "many__item";
    job.text.textContent = said.saidWaiting;
    waiting.push(job);
    run();
    tell();
  };

  const take = (files) => {
    for (const file of files) {
      const job = line(file);
      if (file.size > Number(said.mostBytes)) refuse(job, said.saidBig, false);
      else if (!KINDS.test(file.type)) refuse(job, said.saidNone, false);
      else enqueue(job);
    }
    tell();
  };

  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  const place = form.querySelector("[data-drop]");
  const holdsFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    place.classList.add("many__drop--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) place.classList.remove("many__drop--over");
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    place.classList.remove("many__drop--over");
    take([...event.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (event) => {
    if (sending || waiting.length) event.preventDefault();
  });
}

for (const form of document.querySelectorAll("[data-many]")) bringIn(form);
