/* The order of rows in a form, by drag with mouse or finger and by keyboard.
   A row has a number field marked data-order; it is what is sent, and what one types without script. */
const mounted = new WeakMap();

const numberOf = (row) => row.querySelector("[data-order]");
const isReal = (row) => !row.classList.contains("empty-form");

/* Mounts every group of rows inside ``root`` that has an order. */
export function orderRows(root) {
  const groups = new Set();
  for (const field of root.querySelectorAll("[data-order]")) {
    const group = field.closest(".js-inline-admin-formset");
    if (group && !field.disabled) groups.add(group);
  }
  for (const group of groups) if (!mounted.has(group)) mounted.set(group, mount(group));
}

function mount(group) {
  const words = JSON.parse(group.querySelector("[data-order]").dataset.order);
  const place = group.querySelector(".empty-form") || null;
  const rows = () => [...group.querySelectorAll("tr.form-row, .inline-related:not(.tabular)")].filter((row) => isReal(row) && numberOf(row));
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  group.append(told);
  const say = (text, values) => text.replace(/%\((\w+)\)s/g, (_all, name) => values[name]);

  const renumber = () => {
    for (const [index, row] of rows().entries()) {
      const field = numberOf(row);
      if (field.value !== String(index + 1)) {
        field.value = index + 1;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
    show();
  };
  const show = () => {
    const all = rows();
    for (const [index, row] of all.entries()) {
      const bar = row.querySelector(".order");
      if (!bar) continue;
      bar.querySelector(".order__place").textContent = say(words.place, { number: index + 1, all: all.length });
      bar.querySelector("[data-up]").disabled = index === 0;
      bar.querySelector("[data-down]").disabled = index === all.length - 1;
    }
  };
  /* Rows among themselves: nothing else of the group, such as its template row, moves. */
  const putInOrder = (ordered) => {
    const parent = ordered[0]?.parentNode;
    const end = place && place.parentNode === parent ? place : ordered.at(-1)?.nextSibling;
    for (const row of ordered) if (parent) parent.insertBefore(row, end && !ordered.includes(end) ? end : null);
  };
  const move = (row, step) => {
    const all = rows();
    const from = all.indexOf(row);
    const to = Math.min(all.length - 1, Math.max(0, from + step));
    if (to === from) return;
    all.splice(to, 0, all.splice(from, 1)[0]);
    putInOrder(all);
    renumber();
    told.textContent = say(words.moved, { number: to + 1, all: all.length });
  };

  const button = (label, name, sign) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "order__button";
    made.dataset[name] = "";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.title = label;
    return made;
  };

  const dress = (row) => {
    if (row.querySelector(".order")) return;
    const bar = document.createElement("span");
    bar.className = "order";
    const handle = button(words.drag, "handle", "⠿");
    const up = button(words.up, "up", "↑");
    const down = button(words.down, "down", "↓");
    const where = document.createElement("span");
    where.className = "order__place";
    bar.append(handle, up, down, where);
    const field = numberOf(row);
    if (row.matches("tr")) {
      field.before(bar);
      field.classList.add("order__number");
    } else {
      const head = row.querySelector("h3") || row;
      head.append(bar);
      const cell = field.closest(".cell, .fieldBox, .form-row");
      if (!cell.querySelector(".errorlist")) cell.hidden = true;
    }
    row.classList.add("is-ordered");
    const step = (by, again) => () => {
      move(row, by);
      (again.disabled ? handle : again).focus();
    };
    up.addEventListener("click", step(-1, up));
    down.addEventListener("click", step(1, down));
    handle.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      move(row, by);
      handle.focus();
    });
    handle.addEventListener("pointerdown", (event) => drag(row, handle, event));
  };

  const drag = (row, handle, start) => {
    if (start.button) return;
    start.preventDefault();
    handle.focus();
    handle.setPointerCapture(start.pointerId);
    row.classList.add("is-dragged");
    const before = rows();
    const follow = (event) => {
      scrollNear(event.clientY);
      const all = rows();
      const from = all.indexOf(row);
      const other = all.find((one, index) => {
        if (one === row) return false;
        const box = one.getBoundingClientRect();
        const middle = box.top + box.height / 2;
        return index < from ? event.clientY < middle : event.clientY > middle && isLast(all, index, event.clientY, row);
      });
      if (!other) return;
      all.splice(all.indexOf(other), 0, all.splice(from, 1)[0]);
      putInOrder(all);
      // Chromium lets a pointer go when its element is taken out of the page, even for a moment.
      if (!handle.hasPointerCapture(event.pointerId)) handle.setPointerCapture(event.pointerId);
      show();
    };
    const stop = (event) => {
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerup", stop);
      document.removeEventListener("pointercancel", stop);
      document.removeEventListener("keydown", giveUp);
      row.classList.remove("is-dragged");
      if (event.type === "pointercancel") putInOrder(before);
      const all = rows();
      if (all.some((one, index) => one !== before[index])) {
        renumber();
        told.textContent = say(words.moved, { number: all.indexOf(row) + 1, all: all.length });
      }
    };
    const giveUp = (event) => {
      if (event.key !== "Escape") return;
      putInOrder(before);
      stop(new Event("pointercancel"));
      show();
    };
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", stop);
    document.addEventListener("pointercancel", stop);
    document.addEventListener("keydown", giveUp);
  };

  /* Going down, the row takes the place of the last one whose middle the pointer has passed. */
  const isLast = (all, index, pointer, row) => {
    const later = all.slice(index + 1).filter((one) => one !== row);
    return !later.some((one) => {
      const box = one.getBoundingClientRect();
      return pointer > box.top + box.height / 2;
    });
  };

  const dressAll = () => {
    for (const row of rows()) dress(row);
    show();
  };

  /* New rows get the number of their place; the stock script numbers rows by their place in the page when one is
     removed, so that they are put back in the order of their names for that moment. */
  group.addEventListener("formset:added", () => {
    dressAll();
    renumber();
  });
  document.addEventListener("formset:removed", (event) => {
    if (!group.id.startsWith(`${event.detail.formsetName}-`)) return;
    const shown = rows();
    const index = (row) => Number(numberOf(row).name.match(/-(\d+)-\w+$/)?.[1] ?? 0);
    putInOrder([...shown].sort((one, other) => index(one) - index(other)));
    queueMicrotask(() => {
      putInOrder(shown);
      renumber();
    });
  });

  const sorted = [...rows()];
  if (sorted.length) dressAll();
  return group;
}

function scrollNear(pointer) {
  const edge = 64;
  if (pointer < edge) window.scrollBy(0, -12);
  else if (pointer > window.innerHeight - edge) window.scrollBy(0, 12);
}
