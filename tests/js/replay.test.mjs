// A recording in a page without a kernel.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Element, load, openBrowser } from "./dom.mjs";

const { mountReplay } = await load("live/replay.js");

const WHOLE = '<svg><g id="a"><path d="whole"/></g><g id="b"><path d="whole"/></g></svg>';
const part = (id, d) => [id, `<g id="${id}"><path d="${d}"/></g>`];
const slider = {
  name: "h", label: "H width", kind: "slider", positions: ["1", "2", "5"], start: 1,
};
const choices = { name: "k", label: "kind", kind: "choices", positions: ["x", "y"], start: 1 };

let browser;
let root;
beforeEach(() => {
  browser = openBrowser();
  root = new Element("div");
});

const words = () => root.querySelector(".live-words").textContent;
const path = (id) => root.querySelector(`[id="${id}"]`).querySelector("path").getAttribute("d");

function mount(controls, frames, rest = {}, options = {}) {
  mountReplay(root, {
    title: "t", wholes: [WHOLE], parts: [], held: [], controls,
    frames: frames.map((frame) => ({ words: "", whole: 0, parts: [], ...frame })), ...rest,
  }, options);
}

function move(input, values) {
  Object.assign(input, values);
  input.send("input");
  browser.showFrame();
}

test("it begins at the start of its controls", () => {
  mount([slider], ["one", "two", "five"].map((words) => ({ words })));
  assert.equal(words(), "two");
  assert.equal(root.querySelector("input").value, 1);
  assert.equal(root.querySelector("output").textContent, "2");
});

test("a page may begin it elsewhere, and is told where it goes", () => {
  const told = [];
  const frames = ["1x", "2x", "5x", "1y", "2y", "5y"].map((words) => ({ words }));
  const start = { h: "4.2", k: "x", unknown: "3" }; // 5 is the nearest
  mount([slider, choices], frames, {}, { start, onMove: (state) => told.push(state) });
  assert.equal(words(), "5x");
  assert.equal(root.querySelector("output").textContent, "5");
  move(root.querySelector("input"), { value: 0 });
  assert.deepEqual(told, [{ h: "1", k: "x" }]);
});

test("a start that is no position at all is the recording's own", () => {
  const frames = ["1x", "2x", "5x", "1y", "2y", "5y"].map((words) => ({ words }));
  mount([slider, choices], frames, {}, { start: { h: "", k: "z" } });
  assert.equal(words(), "2y");
});

test("it has the parts that live.css and the slides know", () => {
  mount([slider], [{}, {}, {}]);
  assert.equal(root.className, "live-figure live-replay");
  assert.deepEqual(root.children.map((one) => one.className),
    ["live-controls", "live-picture", "live-words", "live-spoken", "live-error"]);
  const row = root.querySelector(".live-control");
  assert.equal(row.className, "live-control live-slider");
  assert.equal(row.firstElementChild.textContent, "H width");
  assert.equal(row.querySelector("input").name, "h");
});

test("the first control runs fastest through the frames", () => {
  const frames = ["1x", "2x", "5x", "1y", "2y", "5y"].map((words) => ({ words }));
  mount([slider, choices], frames);
  const [input, select] = [root.querySelector("input"), root.querySelector("select")];
  const seen = [words()];
  for (const [position, choice] of [[0, 1], [2, 1], [2, 0], [1, 0]]) {
    move(select, { selectedIndex: choice });
    move(input, { value: String(position) });
    seen.push(words());
  }
  assert.deepEqual(seen, ["2y", "1y", "5y", "5x", "2x"]);
});

test("a slider says its value to all: in its readout and to a screen reader", () => {
  mount([slider], [{}, {}, {}]);
  const input = root.querySelector("input");
  assert.deepEqual([input.type, input.min, input.max, input.step], ["range", 0, 2, 1]);
  assert.equal(input.getAttribute("aria-label"), "H width");
  assert.equal(input.getAttribute("aria-valuetext"), "2");
  move(input, { value: "2" });
  assert.equal(input.getAttribute("aria-valuetext"), "5");
  assert.equal(root.querySelector("output").textContent, "5");
});

test("choices are a list with their names", () => {
  mount([choices], [{ words: "x" }, { words: "y" }]);
  const select = root.querySelector("select");
  assert.deepEqual(select.children.map((one) => one.textContent), ["x", "y"]);
  assert.equal(select.selectedIndex, 1);
  assert.equal(select.getAttribute("aria-label"), "kind");
});

test("a switch is a check box", () => {
  const control = { ...choices, kind: "switch" };
  mount([control], [{ words: "off" }, { words: "on" }]);
  const box = root.querySelector("input");
  assert.deepEqual([box.type, box.checked, words()], ["checkbox", true, "on"]);
  move(box, { checked: false });
  assert.equal(words(), "off");
});

test("a frame has its parts, and one that has them no more is as in the whole picture", () => {
  const frames = [{ parts: [0] }, { parts: [1, 2] }, {}];
  mount([{ ...slider, start: 0 }], frames, {
    parts: [part("a", "first"), part("a", "second"), part("b", "other")],
  });
  const input = root.querySelector("input");
  assert.deepEqual([path("a"), path("b")], ["first", "whole"]);
  move(input, { value: "1" });
  assert.deepEqual([path("a"), path("b")], ["second", "other"]);
  move(input, { value: "2" });
  assert.deepEqual([path("a"), path("b")], ["whole", "whole"]);
  move(input, { value: "0" });
  assert.deepEqual([path("a"), path("b")], ["first", "whole"]);
});

test("a whole picture stays where only parts differ, and goes where another is", () => {
  const frames = [{ parts: [0] }, { parts: [1] }, { whole: 1 }, { whole: 1 }];
  mount([{ ...slider, positions: ["1", "2", "5", "6"], start: 0 }], frames, {
    wholes: [WHOLE, WHOLE.replaceAll("whole", "new")],
    parts: [part("a", "first"), part("a", "second")],
  });
  const svg = root.querySelector("svg");
  const input = root.querySelector("input");
  move(input, { value: "1" });
  assert.equal(root.querySelector("svg"), svg);
  move(input, { value: "2" });
  assert.deepEqual([path("a"), path("b")], ["new", "new"]);
  const other = root.querySelector("svg");
  move(input, { value: "3" });
  assert.equal(root.querySelector("svg"), other);
  move(input, { value: "0" });
  const again = root.querySelector("svg");
  move(input, { value: "1" });
  assert.equal(root.querySelector("svg"), again);
});

test("however fast a slider moves, a frame of the display is drawn once", () => {
  mount([slider], ["one", "two", "five"].map((words) => ({ words })));
  const input = root.querySelector("input");
  for (const value of ["0", "1", "2"]) {
    Object.assign(input, { value });
    input.send("input");
  }
  assert.equal(browser.showFrame(), 1);
  assert.equal(words(), "five");
});

test("what cannot be moved is told", () => {
  mount([], [{ words: "still" }], { held: [["σ noise", "0.1"], ["seed", "3"]] });
  assert.equal(words(), "still");
  assert.equal(root.querySelector(".live-held").textContent, "σ noise 0.1 · seed 3");
  root = new Element("div");
  mount([], [{}]);
  assert.equal(root.querySelector(".live-held"), null);
});
