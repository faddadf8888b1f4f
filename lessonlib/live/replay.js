// Replays a recorded live figure where there is no kernel, such as in exported slides.

import { createPicture } from "./live.js";

// Show a recording (lessonlib/live/record.py) in `root`, with a control for each of its axes.
export function mountReplay(root, recording) {
  root.classList.add("live-figure", "live-replay");
  const form = root.appendChild(document.createElement("div"));
  form.className = "live-controls";
  const picture = createPicture(root, recording.title);
  const place = recording.controls.map((control) => control.start);
  let whole;
  let drawn = new Set(); // ids that are not as in the whole picture
  let requested;

  const draw = () => {
    requested = undefined;
    const frame = recording.frames[indexOf(place, recording.controls)];
    const parts = Object.fromEntries(frame.parts.map((number) => recording.parts[number]));
    // Also when a part must become again what it was at first.
    if (frame.whole !== whole || [...drawn].some((id) => !(id in parts))) {
      whole = frame.whole;
      drawn = new Set();
      picture.drawWhole(recording.wholes[whole]);
    }
    picture.drawParts(parts);
    Object.keys(parts).forEach((id) => drawn.add(id));
    picture.say(frame.words);
  };

  recording.controls.forEach((control, axis) => {
    form.append(makeControl(control, (position) => {
      place[axis] = position;
      // However fast the slider moves, one drawing a frame of the display.
      requested ??= requestAnimationFrame(draw);
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
