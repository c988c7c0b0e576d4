/* The conversation of a form with the place that keeps its unsaved text. */
const TOKEN = "csrfmiddlewaretoken";

export function keeperOf(place, form) {
  const { scratch, form: key, record, user } = place.dataset;
  let last = Promise.resolve();

  /* All that the form would send, as text. */
  const fields = () =>
    JSON.stringify(
      [...new FormData(form)].filter(([name, value]) => name !== TOKEN && typeof value === "string"),
    );

  function post(text, keepalive) {
    const body = new FormData();
    body.set(TOKEN, form.elements[TOKEN].value);
    for (const [name, value] of Object.entries({ form: key, record, user, fields: text })) body.set(name, value);
    return fetch(scratch, { method: "POST", body, keepalive });
  }

  /* Logging in again changes the token; every form of the page gets the new one. */
  async function renew() {
    const answer = await fetch(`${scratch}?user=${encodeURIComponent(user)}`);
    if (!answer.ok) return answer;
    const { token } = await answer.json();
    for (const input of document.querySelectorAll(`input[name=${TOKEN}]`)) input.value = token;
    return answer;
  }

  async function talk(text, keepalive) {
    try {
      let answer = await post(text, keepalive);
      if (answer.status === 403 && !keepalive) {
        const renewed = await renew();
        answer = renewed.ok ? await post(text, false) : renewed;
      }
      if (answer.status === 401) return { outcome: "out" };
      if (!answer.ok) return { outcome: "refused" };
      return { outcome: "kept", at: (await answer.json()).at };
    } catch {
      return { outcome: "offline" };
    }
  }

  /* One after the other, so that an older text never comes after a newer one. */
  const send = (text, { keepalive = false } = {}) => {
    const talking = keepalive ? talk(text, true) : last.then(() => talk(text, false));
    last = talking;
    return talking;
  };
  return { fields, send };
}
