// A live figure in the browser: draws what the kernel sends, and tells it what happens here.

import { createKept, watchControls, watchSight } from "./ahead.js";
import { createPicture } from "./picture.js";

function render({ model, el }) {
  const picture = createPicture(el, model.get("title"));
  const kept = createKept(model);
  picture.element.kept = kept; // for tests and measurements
  let requested;

  const draw = () => {
    requested = undefined;
    const frame = kept.choose(model.get("frame"), model.get("svg"));
    if (frame) picture.show(frame);
    picture.fail(model.get("error"));
  };
  // Messages that arrive between two frames of the display are drawn once.
  const request = () => { requested ??= requestAnimationFrame(draw); };

  model.on("change:svg change:frame change:error", request);
  letDrag(picture.element, () => model.get("handles"), (dragged) => {
    model.set("dragged", dragged);
    model.save_changes();
  });
  const stops = [
    watchWidth(el, model),
    watchControls(model, (places) => { if (kept.move(places)) request(); }),
    watchSight(el, model, kept),
  ];
  draw();
  return () => {
    model.off("change:svg change:frame change:error", request);
    if (requested !== undefined) cancelAnimationFrame(requested);
    kept.close();
    stops.forEach((stop) => stop());
  };
}

// Tell the kernel when this view has become too narrow for axes side by side, or wide enough.
// A figure may be shown in several views, and has one shape in all of them: that for the view whose
// width changed last. Each view compares with its own last width, never with the figure's shape,
// so that views of different widths do not answer each other.
function watchWidth(el, model) {
  let last;
  const observer = new ResizeObserver(() => {
    const width = el.clientWidth;
    if (!width) return;
    const narrow = width < NARROW_BELOW;
    if (narrow === last) return;
    last = narrow;
    if (model.get("narrow") !== narrow) {
      model.set("narrow", narrow);
      model.save_changes();
    }
  });
  observer.observe(el);
  return () => observer.disconnect();
}
const NARROW_BELOW = 560; // CSS pixels

// Let the reader drag the groups that are handles; report where to, in data coordinates.
function letDrag(element, handles, report) {
  let held = -1;
  const isOf = (handle, target) => target.closest?.(`[id="${handle.id}"]`);
  const find = (target) => handles().findIndex((handle) => isOf(handle, target));

  element.addEventListener("pointerover", (event) => {
    if (held < 0) element.style.cursor = find(event.target) < 0 ? "" : "grab";
  });
  element.addEventListener("pointerdown", (event) => {
    held = find(event.target);
    if (held < 0) return;
    element.setPointerCapture(event.pointerId);
    element.style.cursor = "grabbing";
    event.preventDefault();
  });
  element.addEventListener("pointermove", (event) => {
    const svg = element.querySelector("svg");
    if (held < 0 || !svg) return;
    const place = new DOMPoint(event.clientX, event.clientY)
      .matrixTransform(svg.getScreenCTM().inverse());
    const { picture: p, data: d, log } = handles()[held];
    const x = d[0] + ((place.x - p[0]) / (p[2] - p[0])) * (d[2] - d[0]);
    const y = d[1] + ((place.y - p[1]) / (p[3] - p[1])) * (d[3] - d[1]);
    report({ handle: held, x: log[0] ? 10 ** x : x, y: log[1] ? 10 ** y : y });
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, () => { held = -1; element.style.cursor = ""; });
  }
}

export default { render };
