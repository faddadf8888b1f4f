// What moves on a page of the reading site: figures, predictions, links to a state of a figure.

const arrivals = new Map(); // by address: what to do when a recording has arrived

// The file of a recording calls this.
window.receiveRecording = (address, text) => arrivals.get(address)?.(text);

const recordings = new Map(); // by address: what has been fetched
function fetchRecording(address) {
  if (!recordings.has(address)) {
    recordings.set(address, new Promise((resolve, reject) => {
      arrivals.set(address, resolve);
      const script = document.createElement("script");
      script.src = address;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    }).then(unpack));
  }
  return recordings.get(address);
}

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

// Put a figure's player in the place of its stored picture; again, in the place of itself.
async function mountFigure(figure, start = figure.state) {
  const root = figure.querySelector(".page-live");
  const { wide, narrow, failed } = root.dataset;
  try {
    const address = isNarrow.matches && narrow ? narrow : wide;
    const wanted = [fetchRecording(address), window.lessonPlayer];
    const [recording, { mountReplay }] = await Promise.all(wanted);
    root.replaceChildren();
    root.dataset.mounted = "true";
    figure.state = start;
    mountReplay(root, recording, {
      start,
      onMove: (state) => { figure.state = state; writeAddress(figure); },
    });
    const picture = root.querySelector(".live-picture");
    if (picture.scrollWidth > picture.clientWidth) picture.tabIndex = 0; // scrolled by keys as well
  } catch {
    const told = { className: "page-failed", textContent: failed };
    root.append(Object.assign(document.createElement("p"), told));
  }
}
// The width below which live.js too stacks the axes of a figure, and the page's margins.
const isNarrow = window.matchMedia("(max-width: 600px)");

// Figures are fetched when they come near the screen.
function watchFigures() {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      if (!isMounted(target)) mountFigure(target);
    }
  }, { rootMargin: "800px" });
  const figures = [...document.querySelectorAll(".page-figure")];
  figures.forEach((figure) => observer.observe(figure));
  isNarrow.addEventListener("change", () => {
    figures.filter(isMounted).forEach((figure) => mountFigure(figure));
  });
}

const isMounted = (figure) => Boolean(figure.querySelector("[data-mounted]"));

// The address of a figure as it stands: #figure-name?alpha=0.3&hidden_width=5
function addressOf(figure) {
  const state = new URLSearchParams(figure.state ?? {}).toString();
  return `#${figure.id}${state ? `?${state}` : ""}`;
}

let writing;
function writeAddress(figure) {
  clearTimeout(writing); // browsers refuse to write it at each step of a slider
  writing = setTimeout(() => history.replaceState(history.state, "", addressOf(figure)), 300);
}

async function followAddress() {
  const [id, query] = decodeURI(location.hash.slice(1)).split("?");
  const figure = id.startsWith("figure-") && document.getElementById(id);
  if (!figure) return;
  const behind = figure.querySelector(".page-behind");
  if (behind) reveal(behind.dataset.behind); // whoever sends a picture shows it
  await mountFigure(figure, Object.fromEntries(new URLSearchParams(query)));
  history.scrollRestoration = "manual"; // after a reload too it is this figure that is shown
  await window.MathJax?.startup?.promise; // formulas above change where it stands
  figure.scrollIntoView({ block: "start" });
}

function letCopy(figure) {
  const button = figure.querySelector(".page-copy");
  const said = button.nextElementSibling;
  button.addEventListener("click", async () => {
    const address = new URL(addressOf(figure), location.href).href;
    history.replaceState(history.state, "", address);
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = button.dataset.copied;
    } catch {
      said.textContent = button.dataset.failed;
    }
    setTimeout(() => { said.textContent = ""; }, 4000);
  });
}

const all = (selector, key) => document.querySelectorAll(`${selector}="${CSS.escape(key)}"]`);

function reveal(key, shown = true) {
  all("p.page-hidden[data-behind", key).forEach((one) => { one.hidden = shown; });
  all(".page-behind[data-behind", key).forEach((one) => { one.hidden = !shown; });
}

// Predictions are remembered in this browser, where it allows that.
const memory = {
  name: (key) => `prediction ${key}`,
  get(key) { try { return localStorage.getItem(this.name(key)); } catch { return null; } },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(this.name(key));
      else localStorage.setItem(this.name(key), value);
    } catch { /* a private window: it lasts as long as the page */ }
  },
};

function letPredict(form) {
  const { key, waiting, committed, skipped } = form.dataset;
  const status = form.querySelector("[role=status]");
  const [box, again] = [form.querySelector("fieldset"), form.querySelector(".page-again")];
  const cells = all("[data-predicted", key);
  const texts = [...cells].map((cell) => cell.textContent);
  const readout = form.querySelector("output");

  // What was predicted; "" for nothing, null while nothing is settled.
  const settle = (value) => {
    const isSettled = value !== null;
    if (value) form.elements.guess.value = value;
    if (value && readout) readout.textContent = value;
    box.disabled = isSettled;
    again.hidden = !isSettled;
    form.querySelectorAll("button:not(.page-again)").forEach((one) => { one.hidden = isSettled; });
    status.textContent = value ? committed.replace("{value}", value) : isSettled ? skipped : waiting;
    cells.forEach((cell, i) => { cell.textContent = value || texts[i]; });
    reveal(key, isSettled);
  };
  const decide = (value) => { memory.set(key, value); settle(value); };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    decide(form.elements.guess.value);
  });
  form.querySelector(".page-skip").addEventListener("click", () => decide(""));
  again.addEventListener("click", () => decide(null));
  form.addEventListener("input", () => { if (readout) readout.textContent = form.elements.guess.value; });
  settle(memory.get(key));
}

// From the file system a search may not look into the pages that it finds.
if (window.location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("form.page-prediction").forEach(letPredict);
  document.querySelectorAll(".page-figure").forEach(letCopy);
  watchFigures();
  window.addEventListener("hashchange", followAddress);
  followAddress();
});
