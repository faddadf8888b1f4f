// What ahead.js keeps, and which frame it lets the picture show.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Element, Model, load, openBrowser } from "./dom.mjs";

const { createKept } = await load("live/ahead.js");
const { default: view } = await load("live/live.js");

const WHOLE = '<svg><g id="a"><path d="0"/></g><g id="b"><path d="0"/></g></svg>';
const part = (id, d) => `<g id="${id}"><path d="${d}"/></g>`;

let browser;
let model;
let root;
let controls; // the models of two controls, as the browser knows them
beforeEach(() => {
  browser = openBrowser();
  root = new Element("div");
  controls = { one: new Model({ value: 5 }), two: new Model({ index: 0 }) };
  model = new Model({
    title: "t", svg: WHOLE, error: "", handles: [], narrow: false, frame: own(5, 0),
    watched: [["one", "value"], ["two", "index"]],
  });
  model.widget_manager = { get_model: async (id) => controls[id] };
});

// A frame of the kernel's, and one that it has computed ahead. What a picture shows is its place.
const own = (x, y, round = 1) =>
  ({ at: [x, y], round, parts: { a: part("a", `${x} ${y}`) }, words: `${x} ${y}` });
let n;
const computed = (x, y, round = 1) => ({
  round,
  wholes: n === 0 ? [WHOLE] : [],
  parts: [["a", part("a", `${x} ${y}`)]],
  frame: { at: [x, y], words: `${x} ${y}`, whole: 0, parts: [n++] },
});

async function show() {
  n = 0;
  const close = view.render({ model, el: root });
  await new Promise(setImmediate); // the models of the controls come later
  browser.showFrame();
  return close;
}
const seen = () => {
  browser.showFrame();
  const words = root.querySelector(".live-words").textContent;
  assert.equal(root.querySelector("path").getAttribute("d"), words);
  return words;
};
const move = (x) => controls.one.receive({ value: x });
const choose = (y) => controls.two.receive({ index: y });
const answer = (...place) => model.receive({ frame: own(...place) });
const kept = () => root.querySelector(".live-picture").kept;

test("a move whose frame is there is shown at once, and the kernel's own changes nothing", async () => {
  await show();
  model.hear(computed(6, 0));
  move(6);
  assert.equal(seen(), "6 0");
  const group = root.querySelector("g");
  answer(6, 0);
  assert.equal(seen(), "6 0");
  assert.equal(root.querySelector("g"), group, "nothing is drawn twice");
  assert.deepEqual(kept().counts, { moves: 2, ahead: 1, differed: 0 });
});

test("a move whose frame is not there waits for the kernel", async () => {
  await show();
  model.hear(computed(6, 0));
  move(7);
  assert.equal(seen(), "5 0");
  answer(7, 0);
  assert.equal(seen(), "7 0");
  assert.equal(kept().counts.ahead, 0);
});

test("the picture does not go back when frames for earlier moves arrive", async () => {
  await show();
  [6, 7, 8].forEach((x) => model.hear(computed(x, 0)));
  move(6);
  move(8);
  assert.equal(seen(), "8 0");
  answer(6, 0);
  assert.equal(seen(), "8 0");
  move(9); // there is no frame for it
  answer(7, 0); // nobody was there; the kernel knows better
  assert.equal(seen(), "7 0");
  answer(8, 0);
  assert.equal(seen(), "7 0", "the move to 9 was seen before");
  answer(9, 0);
  assert.equal(seen(), "9 0");
});

test("without frames a drag shows the latest that the kernel has drawn", async () => {
  await show();
  [6, 7, 8, 9].forEach(move);
  answer(6, 0);
  assert.equal(seen(), "6 0");
  answer(8, 0);
  assert.equal(seen(), "8 0");
  answer(7, 0);
  assert.equal(seen(), "8 0");
});

test("numbers are the same when only their last digits differ", async () => {
  await show();
  model.hear(computed(0.3, 0));
  move(0.1 + 0.2);
  assert.equal(seen(), "0.3 0");
  model.hear(computed(0, 0));
  move(-1e-17);
  assert.equal(seen(), "0 0");
});

test("another control makes frames of no use: they are not shown, and dropped", async () => {
  await show();
  [computed(6, 0), computed(7, 0), computed(5, 1), computed(5, 2)].forEach((one) => model.hear(one));
  choose(1);
  assert.equal(seen(), "5 1");
  move(6);
  assert.equal(seen(), "5 1", "what is known of 6 is for another choice");
  answer(6, 1);
  assert.equal(seen(), "6 1");
  assert.equal(kept().size, 2, "6 0 and 5 1: one move away from 6 1");
});

test("a new round makes all void, also when its first frame comes before the kernel's", async () => {
  await show();
  model.hear(computed(6, 0));
  model.receive({ frame: own(5, 0, 2) });
  browser.showFrame();
  assert.equal(kept().size, 0);
  model.hear(computed(6, 0, 1)); // too late
  assert.equal(kept().size, 0);
  n = 0;
  model.hear(computed(6, 0, 3));
  move(6);
  assert.equal(seen(), "6 0");
  assert.equal(kept().size, 1);
});

test("a kernel that draws something else than it had sent is told, once", async () => {
  await show();
  model.hear(computed(6, 0));
  model.hear(computed(7, 0));
  move(6);
  model.receive({ frame: { ...own(6, 0), parts: { a: part("a", "other") }, words: "other" } });
  assert.equal(seen(), "other");
  assert.deepEqual(model.sent.filter((one) => one.differs), [{ differs: true }]);
  assert.equal(kept().size, 0);
});

test("a whole picture that was laid out anew is not taken for another", async () => {
  await show();
  model.hear(computed(6, 0));
  move(6);
  model.receive({ svg: WHOLE.replace("<svg>", "<svg >"), frame: own(6, 0) });
  assert.equal(seen(), "6 0");
  assert.equal(kept().counts.differed, 0);
});

test("what is kept stays bounded over two thousand moves", async () => {
  await show();
  for (let i = 0; i < 2000; i++) {
    const [x, y] = [i % 7, i % 5];
    move(x);
    choose(y);
    answer(x, y);
    browser.showFrame();
    model.hear(computed((i + 1) % 7, y));
    assert.ok(kept().size <= 12);
  }
});

test("a figure that computes nothing ahead is drawn as it comes, and says nothing", async () => {
  model.values.watched = [];
  model.values.frame = { parts: {}, words: "one" };
  await show();
  browser.scroll(root, true);
  model.receive({ frame: { parts: { a: part("a", "two") }, words: "two" } });
  assert.equal(seen(), "two");
  assert.deepEqual(model.sent, []);
});

test("without the models of the controls, moves take their way to the kernel", async () => {
  model.widget_manager.get_model = async () => { throw new Error("not found"); };
  await show();
  answer(6, 0);
  assert.equal(seen(), "6 0");
});

test("messages of other kinds are left alone", () => {
  const one = createKept(model);
  model.hear({ id: "x", kind: "other" });
  assert.equal(one.size, 0);
});

// Sight ------------------------------------------------------------------------------------------

const told = () => model.sent.map(({ visible }) => visible);

test("the kernel is told when the figure comes into sight, leaves it, and is closed", async () => {
  const close = await show();
  browser.scroll(root, false);
  assert.deepEqual(told(), []);
  browser.scroll(root, true);
  browser.scroll(root, true);
  browser.turnTo("hidden");
  browser.turnTo("visible");
  browser.scroll(root, false);
  browser.turnTo("hidden");
  browser.turnTo("visible");
  assert.deepEqual(told(), [true, false, true, false]);
  browser.scroll(root, true);
  close();
  browser.turnTo("hidden");
  assert.deepEqual(told(), [true, false, true, false, true, false]);
  assert.equal(new Set(model.sent.map((one) => one.view)).size, 1);
  assert.equal(browser.nObservers, 0);
});

test("it is told how many frames are here already", async () => {
  await show();
  browser.scroll(root, true);
  model.hear(computed(6, 0));
  browser.scroll(root, false);
  browser.scroll(root, true);
  assert.deepEqual(model.sent.map((one) => one.kept), [0, 1, 1]);
});

test("a figure that is closed hears of no move", async () => {
  const close = await show();
  close();
  assert.deepEqual([controls.one.listeners, controls.two.listeners, model.listeners], [[], [], []]);
  const closeEarly = view.render({ model, el: new Element("div") });
  closeEarly();
  await new Promise(setImmediate);
  assert.deepEqual(controls.one.listeners, []);
});
