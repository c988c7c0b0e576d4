/* Pictures on their way into the library: two at a time, each with its progress, kept until they have arrived. */
const AT_A_TIME = 2;
/* What the library takes. Other pictures that the browser can draw are drawn and sent as PNG. */
const TAKEN = /^image\/(jpeg|png|webp|gif|avif)$/;

const jobs = new Map();
let number = 0;

export const jobOf = (id) => jobs.get(id) || null;
export const areRunning = () => [...jobs.values()].some(({ state }) => state === "waiting" || state === "running");

/* Resolves when nothing is on its way any more. */
export async function allArrived() {
  while (areRunning()) await new Promise((resolve) => setTimeout(resolve, 100));
}

/* ``picture`` is {blob, alt} or {path} of a picture of this site; ``place`` tells where to send it, in which language,
   and what to say. Returns the id of the job. */
export function upload(picture, place) {
  number += 1;
  const job = { id: String(number), picture, place, state: "waiting", percent: 0, error: "", result: null, watchers: new Set() };
  jobs.set(job.id, job);
  next();
  return job.id;
}

export function retry(id) {
  const job = jobs.get(id);
  if (job?.state !== "failed") return;
  job.state = "waiting";
  tell(job);
  next();
}

/* Calls ``watcher(job)`` now and at every change; returns what stops it. */
export function watch(id, watcher) {
  const job = jobs.get(id);
  if (!job) return () => {};
  job.watchers.add(watcher);
  watcher(job);
  return () => job.watchers.delete(watcher);
}

function tell(job) {
  for (const watcher of [...job.watchers]) watcher(job);
}

function next() {
  const running = [...jobs.values()].filter(({ state }) => state === "running").length;
  const waiting = [...jobs.values()].filter(({ state }) => state === "waiting");
  for (const job of waiting.slice(0, AT_A_TIME - running)) send(job);
}

async function send(job) {
  job.state = "running";
  job.percent = 0;
  tell(job);
  try {
    job.result = await post(job);
    job.state = "done";
    job.picture = null;
  } catch (error) {
    job.error = error.message;
    job.state = "failed";
  }
  tell(job);
  next();
}

async function post(job) {
  const { place, picture } = job;
  const body = new FormData();
  body.set("csrfmiddlewaretoken", place.token());
  body.set("language", place.language);
  if (picture.path) body.set("path", picture.path);
  else {
    if (picture.blob.size > place.mostBytes) throw new Error(place.labels.uploadTooBig);
    body.set("file", await acceptable(picture.blob), "picture");
    body.set("alt", picture.alt || "");
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", place.url);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      job.percent = Math.round((100 * loaded) / (total || 1));
      tell(job);
    });
    const fail = (text) => reject(new Error(text || place.labels.uploadFailed));
    request.addEventListener("error", () => fail());
    request.addEventListener("load", () => {
      const answer = read(request);
      if (request.status === 200 && answer?.pk) resolve(answer);
      else if (request.status === 403) fail(place.labels.uploadForbidden);
      else fail(answer?.error);
    });
    request.send(body);
  });
}

function read(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    // The login page, or that of an error.
    return null;
  }
}

async function acceptable(blob) {
  if (TAKEN.test(blob.type)) return blob;
  try {
    const bitmap = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: "image/png" });
  } catch {
    // The server says what is wrong with it.
    return blob;
  }
}
