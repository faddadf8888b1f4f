// Replays a recorded live figure where there is no kernel, such as in exported slides.

import { createPicture, unpack } from "./picture.js";

// Show a recording (made by recording.py) in `root`, with a control for each of its axes.
// `start` has where controls stand at first, by their names, as texts; `onMove` is told the same of
// all controls after each move.
export function mountReplay(root, recording, { start = {}, onMove = () => {} } = {}) {
  root.classList.add("live-figure", "live-replay");
  const form = root.appendChild(document.createElement("div"));
  form.className = "live-controls";
  const picture = createPicture(root, recording.title);
  const place = recording.controls.map((control) => findPosition(control, start[control.name]));
  let requested;

  const draw = () => {
    requested = undefined;
    picture.show(unpack(recording.frames[indexOf(place, recording.controls)], recording));
  };

  recording.controls.forEach((control, axis) => {
    form.append(makeControl({ ...control, start: place[axis] }, (position) => {
      place[axis] = position;
      // However fast the slider moves, one drawing a frame of the display.
      requested ??= requestAnimationFrame(draw);
      onMove(Object.fromEntries(recording.controls.map(({ name, positions }, i) =>
        [name, positions[place[i]]])));
    }));
  });
  if (recording.held.length) {
    const held = root.appendChild(document.createElement("p"));
    held.className = "live-held"; // what cannot be moved here
    held.textContent = recording.held.map((pair) => pair.join(" ")).join(" · ");
  }
  draw();
}

// Frames stand in a row: the first control runs fastest.
function indexOf(place, controls) {
  return place.reduceRight((index, position, axis) =>
    index * controls[axis].positions.length + position, 0);
}

// The position of that text, or the nearest number's; where there is neither, that of the recording.
function findPosition({ positions, start }, text = "") {
  if (positions.includes(text)) return positions.indexOf(text);
  const far = positions.map((one) => Math.abs(parseFloat(one) - parseFloat(text)));
  const nearest = far.indexOf(Math.min(...far));
  return nearest < 0 ? start : nearest;
}

function makeControl({ name, label, kind, positions, start }, move) {
  const row = document.createElement("label");
  row.className = `live-control live-${kind}`;
  row.append(Object.assign(document.createElement("span"), { textContent: label }));
  const input = document.createElement(kind === "choices" ? "select" : "input");
  input.name = name;
  input.setAttribute("aria-label", label);
  row.append(input);
  if (kind === "switch") {
    input.type = "checkbox";
    input.checked = start === 1;
    input.addEventListener("input", () => move(Number(input.checked)));
  } else if (kind === "choices") {
    input.append(...positions.map((text) => new Option(text)));
    input.selectedIndex = start;
    input.addEventListener("input", () => move(input.selectedIndex));
  } else {
    const readout = row.appendChild(document.createElement("output"));
    const say = (position) => {
      readout.textContent = positions[position];
      input.setAttribute("aria-valuetext", positions[position]);
    };
    Object.assign(input, { type: "range", min: 0, max: positions.length - 1, step: 1 });
    input.value = start;
    say(start);
    input.addEventListener("input", () => { say(input.value); move(Number(input.value)); });
  }
  return row;
}
