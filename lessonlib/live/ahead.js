// Keeps the frames that the kernel computes ahead, and chooses what is shown: a move of a control
// is known here before the kernel hears of it, and its frame may be here already.

import { unpack } from "./picture.js";

const MOST_MOVES = 300; // that are remembered, to know how old a frame of the kernel's is

export function createKept(model) {
  const counts = { moves: 0, ahead: 0, differed: 0 }; // for tests and measurements
  const moves = new Map(); // the place of the controls after each move, and its number
  let here; // the latest place
  let shown = 0; // number of the move that the picture shows
  let frames = new Map(); // by place
  let reel = { wholes: [], parts: [] };
  let round = -1;
  let last; // frame of the kernel's

  function begin(newRound) {
    round = newRound;
    frames = new Map();
    reel = { wholes: [], parts: [] };
  }

  function keep(message) {
    if (message.round === undefined || message.round < round) return;
    if (message.round > round) begin(message.round);
    reel.wholes.push(...message.wholes);
    reel.parts.push(...message.parts);
    frames.set(keyOf(message.frame.at), message.frame);
  }

  // A new frame of the kernel's: of what is kept, only what is one move away is still of use.
  function takeOver(frame, svg) {
    if (frame.round > round) begin(frame.round);
    const key = keyOf(frame.at);
    if (frames.has(key) && !isSame(unpack(frames.get(key), reel), frame, svg)) {
      counts.differed += 1;
      model.send({ differs: true });
      frames = new Map();
    }
    const names = frame.at.map(nameOf);
    for (const [other, { at }] of frames) {
      if (at.filter((place, i) => nameOf(place) !== names[i]).length > 1) frames.delete(other);
    }
  }

  model.on("msg:custom", keep);
  return {
    counts,
    get size() { return frames.size; },
    // The controls have moved; say whether they are elsewhere now.
    move(places) {
      const key = keyOf(places);
      if (key === here) return false;
      here = key;
      moves.delete(key);
      moves.set(key, ++counts.moves);
      if (moves.size > MOST_MOVES) moves.delete(moves.keys().next().value);
      return true;
    },
    // Return what is to be shown, or nothing if the picture is the best that is known.
    choose(frame, svg) {
      const own = { svg, parts: frame.parts ?? {}, words: frame.words ?? "" };
      if (!frame.at) return own; // of a figure that computes nothing ahead
      if (frame !== last) takeOver(frame, svg);
      last = frame;
      const key = keyOf(frame.at);
      if (key === here || !moves.has(key)) {
        shown = counts.moves;
        return own;
      }
      if (frames.has(here)) {
        if (shown < counts.moves) counts.ahead += 1;
        shown = counts.moves;
        return unpack(frames.get(here), reel);
      }
      if (moves.get(key) < shown) return undefined; // it would go back
      shown = moves.get(key);
      return own;
    },
    close() { model.off("msg:custom", keep); },
  };
}

const keyOf = (places) => places.map(nameOf).join();

// Numbers that the browser and the kernel computed may differ in their last digits.
function nameOf(place) {
  if (typeof place !== "number") return JSON.stringify(place);
  return Math.abs(place) < 1e-9 ? 0 : Number(place.toPrecision(9));
}

// Whether a frame that was kept is the kernel's. Two whole pictures of the same may differ by parts
// of a pixel, where the layout was found anew.
function isSame(kept, frame, svg) {
  const areSame = Object.entries(kept.parts).every(([id, part]) => (frame.parts[id] ?? part) === part);
  return kept.words === frame.words && (areSame || kept.svg !== svg);
}

// Call `tell` with the places of all controls, now and whenever one of them moves.
export function watchControls(model, tell) {
  const watched = model.get("watched") ?? [];
  let stop = () => {};
  let isClosed = watched.length === 0;
  const begin = (controls) => {
    if (isClosed) return;
    const tellPlaces = () => tell(controls.map((control, i) => control.get(watched[i][1])));
    const each = (name) => controls.forEach((control, i) =>
      control[name](`change:${watched[i][1]}`, tellPlaces));
    each("on");
    stop = () => each("off");
    tellPlaces();
  };
  Promise.all(watched.map(([id]) => model.widget_manager?.get_model(id))).then(begin)
    .catch(() => {}); // without the controls, each move takes its way to the kernel
  return () => { isClosed = true; stop(); };
}

// Tell the kernel whether the figure can be seen here: only then is something computed ahead.
export function watchSight(el, model, kept) {
  if (!model.get("watched")?.length) return () => {};
  const view = Math.random().toString(36).slice(2);
  let isInSight = false;
  let told = false;
  const tell = () => {
    const visible = isInSight && document.visibilityState === "visible";
    if (visible !== told) model.send({ view, visible, kept: kept.size });
    told = visible;
  };
  const observer = new IntersectionObserver((entries) => {
    isInSight = entries.at(-1).isIntersecting;
    tell();
  });
  observer.observe(el);
  document.addEventListener("visibilitychange", tell);
  return () => {
    observer.disconnect();
    document.removeEventListener("visibilitychange", tell);
    isInSight = false;
    tell();
  };
}
