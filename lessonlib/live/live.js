// Draws in the browser what the kernel sends: a whole picture, then the parts of it that changed.

const SVG = "http://www.w3.org/2000/svg";

// A picture that can be drawn whole or in parts. Knows nothing of kernels.
export function createPicture(root, title) {
  const picture = append(root, "div", "live-picture");
  const words = append(root, "p", "live-words");
  const spoken = append(root, "p", "live-spoken");
  const error = append(root, "p", "live-error");
  picture.setAttribute("role", "img");
  spoken.setAttribute("aria-live", "polite");
  error.setAttribute("role", "alert");
  let timer;

  return {
    element: picture,
    drawWhole(svg) {
      picture.innerHTML = themed(svg);
      const element = picture.querySelector("svg");
      if (element) element.setAttribute("aria-hidden", "true");
    },
    drawParts(parts) {
      for (const [id, svg] of Object.entries(parts)) {
        const group = picture.querySelector(`[id="${id}"]`);
        // Every frame carries all that differs from the whole picture: most of it is in place.
        if (group && group.live !== svg) {
          const fresh = parseGroup(svg);
          fresh.live = svg;
          group.replaceWith(fresh);
        }
      }
    },
    say(sentence) {
      if (words.textContent === sentence) return;
      words.textContent = sentence;
      picture.setAttribute("aria-label", `${title}. ${sentence}`);
      // Read aloud when the slider rests, not at each of its steps.
      clearTimeout(timer);
      timer = setTimeout(() => { spoken.textContent = sentence; }, 600);
    },
    fail(message) { error.textContent = message; },
  };
}

function render({ model, el }) {
  const picture = createPicture(el, model.get("title"));
  let whole, requested;

  const draw = () => {
    requested = undefined;
    if (model.get("svg") !== whole) {
      whole = model.get("svg");
      picture.drawWhole(whole);
    }
    const frame = model.get("frame");
    picture.drawParts(frame.parts ?? {});
    picture.say(frame.words ?? "");
    picture.fail(model.get("error"));
  };
  // Messages that arrive between two frames of the display are drawn once.
  const request = () => { requested ??= requestAnimationFrame(draw); };

  model.on("change:svg change:frame change:error", request);
  letDrag(picture.element, () => model.get("handles"), (dragged) => {
    model.set("dragged", dragged);
    model.save_changes();
  });
  const stopWatching = watchWidth(el, model);
  draw();
  return () => {
    model.off("change:svg change:frame change:error", request);
    if (requested !== undefined) cancelAnimationFrame(requested);
    stopWatching();
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

function parseGroup(svg) {
  const holder = document.createElementNS(SVG, "svg");
  holder.innerHTML = themed(svg);
  return holder.firstElementChild;
}

// Each colour becomes a CSS variable that falls back to itself, so that a style sheet can give the
// dark theme colours of its own.
function themed(svg) {
  return svg.replace(/: (#[0-9a-f]{6})\b/g, (_, colour) =>
    `: var(--live-${colour.slice(1)}, ${colour})`);
}

function append(parent, tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return parent.appendChild(element);
}

export default { render };
