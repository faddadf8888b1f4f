// Starts an exported deck: formulas, live figures, sizes, then reveal.js.

import { mountReplay } from "../../lessonlib/live/replay.js";

const WIDTH = 1280;
const HEIGHT = 720;
const BESIDE = 300; // width of text beside a figure, at least: see theme.css
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

async function mount(root) {
  const recording = await unpack(root.textContent);
  root.replaceChildren();
  mountReplay(root, recording);
  // reveal.js leaves all keys to a control that has the focus. Keep only those that move it, so
  // that a presenter's clicker works after a slider has been moved.
  root.addEventListener("keydown", (event) => {
    if (!/^(Arrow|Home|End|Tab|Enter| )/.test(event.key)) event.target.blur();
  });
}

// What a slide may look like, best first: the size of its text, that of its figures and code, and
// whether the figure stands beside the text. A slide that needs the last line is too full.
const LOOKS = [
  ...looks([1, 1.25], [1, 1]),
  ...looks([1, 1], [0.9, 1]),
  ...looks([0.9, 0.95], [0.75, 0.95], true),
  ...looks([0.85, 0.93], [0.85, 0.78], true),
  ...looks([0.9, 1], [0.8, 0.92]),
  ...looks([0.8, 0.92], [0.6, 0.7]),
];

function looks(from, to, beside = false) {
  const between = (which, i) => from[which] + (i / 8) * (to[which] - from[which]);
  return Array.from({ length: 9 }, (_, i) => [between(0, i), between(1, i), beside]);
}

// Set a slide as large as it fits. While it is measured, it is as high as what is on it.
function fit(slide) {
  const widths = [...slide.querySelectorAll("svg:not(.live-picture svg)")]
    .map((formula) => formula.getBoundingClientRect().width);
  const canStandBeside = slide.querySelectorAll(":scope > .live-figure").length === 1
    && !slide.querySelector("pre, table, .output") && Math.max(0, ...widths) <= BESIDE;
  const texts = [...slide.querySelectorAll("pre")];
  const isWideEnough = (element) => element.scrollWidth <= element.clientWidth;
  const chosen = LOOKS.findIndex(([text, media, beside]) => {
    if (beside && !canStandBeside) return false;
    slide.style.setProperty("--text", text.toFixed(3));
    slide.style.setProperty("--media", media.toFixed(3));
    slide.classList.toggle("beside", beside);
    const figure = beside ? slide.querySelector(".live-figure") : slide;
    return slide.offsetHeight <= HEIGHT && [slide, ...texts].every(isWideEnough)
      && figure.offsetTop + figure.offsetHeight <= HEIGHT;
  });
  slide.dataset.full = String(chosen < 0 || chosen >= LOOKS.length - 8);
}

await Promise.all([
  MathJax.startup.promise,
  document.fonts.ready,
  ...[...document.querySelectorAll("[data-live]")].map(mount),
]);
document.body.classList.add("is-measuring");
document.querySelectorAll(".slides > section > section").forEach(fit);
document.body.classList.remove("is-measuring");

await Reveal.initialize({
  width: WIDTH,
  height: HEIGHT,
  margin: 0,
  center: false,
  hash: true,
  slideNumber: "c/t",
  transition: "none",
  plugins: [RevealNotes],
});
document.body.dataset.ready = "true";
