// What live.js draws and reports, in a stand-in for a browser.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Element, Model, load, openBrowser } from "./dom.mjs";

const { default: view } = await load("live/live.js");
const { createPicture } = await load("live/picture.js");

const WHOLE = '<svg width="10"><g id="a"><path d="M 0 0"/></g><g id="b"><path d="M 1 1"/></g></svg>';
const DRAGGABLE = {
  id: "a", picture: [10, 80, 90, 20], data: [-1, 2, 1, 6], log: [false, false],
};

let browser;
let root;
beforeEach(() => {
  browser = openBrowser();
  root = new Element("div");
});

const group = (id) => root.querySelector(`[id="${id}"]`);
const path = (id) => group(id).querySelector("path").getAttribute("d");
const part = (id, d) => ({ [id]: `<g id="${id}"><path d="${d}"/></g>` });

// createPicture ----------------------------------------------------------------------------------

test("a whole picture takes the place of the last one, and is not read out twice", () => {
  const picture = createPicture(root, "A title");
  picture.drawWhole(WHOLE);
  picture.drawWhole(WHOLE.replace("M 0 0", "M 5 5"));
  assert.equal(root.querySelectorAll("svg").length, 1);
  assert.equal(path("a"), "M 5 5");
  assert.equal(root.querySelector("svg").getAttribute("aria-hidden"), "true");
  assert.equal(picture.element.getAttribute("role"), "img");
});

test("a part takes the place of the group with its id, where that stands", () => {
  const picture = createPicture(root, "t");
  picture.drawWhole(WHOLE);
  picture.drawParts(part("a", "M 7 7"));
  assert.equal(path("a"), "M 7 7");
  assert.equal(path("b"), "M 1 1");
  assert.deepEqual(root.querySelector("svg").children.map((one) => one.getAttribute("id")),
    ["a", "b"]);
});

test("a part that is in place already is left alone", () => {
  const picture = createPicture(root, "t");
  picture.drawWhole(WHOLE);
  picture.drawParts(part("a", "M 7 7"));
  const before = group("a");
  picture.drawParts({ ...part("a", "M 7 7"), ...part("b", "M 8 8") });
  assert.equal(group("a"), before);
  picture.drawParts(part("a", "M 9 9"));
  assert.notEqual(group("a"), before);
});

test("a part comes back after a whole picture without it", () => {
  const picture = createPicture(root, "t");
  picture.drawWhole(WHOLE);
  picture.drawParts(part("a", "M 7 7"));
  picture.drawWhole(WHOLE);
  assert.equal(path("a"), "M 0 0");
  picture.drawParts(part("a", "M 7 7"));
  assert.equal(path("a"), "M 7 7");
});

test("a part that a frame does not have is again what it was in the whole picture", () => {
  const picture = createPicture(root, "t");
  picture.show({ svg: WHOLE, parts: part("a", "M 7 7"), words: "one" });
  const svg = root.querySelector("svg");
  picture.show({ svg: WHOLE, parts: part("b", "M 8 8"), words: "two" });
  assert.deepEqual([path("a"), path("b")], ["M 0 0", "M 8 8"]);
  picture.show({ svg: WHOLE, parts: part("a", "M 7 7"), words: "one" });
  assert.deepEqual([path("a"), path("b")], ["M 7 7", "M 1 1"]);
  assert.equal(root.querySelector("svg"), svg, "the whole picture was not drawn again");
  picture.show({ svg: WHOLE.replace("M 0 0", "M 5 5"), parts: {}, words: "one" });
  assert.deepEqual([path("a"), path("b")], ["M 5 5", "M 1 1"]);
});

test("a part whose group is not there is left out", () => {
  const picture = createPicture(root, "t");
  picture.drawParts(part("a", "M 7 7"));
  picture.drawWhole(WHOLE);
  picture.drawParts(part("c", "M 7 7"));
  assert.equal(group("c"), null);
});

test("colours become variables that fall back to themselves, in wholes and in parts", () => {
  const picture = createPicture(root, "t");
  const style = (colour) => `<g id="a"><path style="fill: ${colour}; stroke: #00ff00"/></g>`;
  picture.drawWhole(`<svg>${style("#d62728")}</svg>`);
  const read = () => root.querySelector("path").getAttribute("style");
  assert.equal(read(),
    "fill: var(--live-d62728, #d62728); stroke: var(--live-00ff00, #00ff00)");
  picture.drawParts({ a: style("#123456") });
  assert.match(read(), /^fill: var\(--live-123456, #123456\);/);
  picture.drawParts({ a: style("url(#pattern)") });
  assert.match(read(), /^fill: url\(#pattern\);/);
});

test("the sentence is shown and is the alternative text at once, and read out when it rests", () => {
  const picture = createPicture(root, "A title");
  const spoken = root.querySelector(".live-spoken");
  assert.equal(spoken.getAttribute("aria-live"), "polite");
  picture.say("one");
  browser.wait(500);
  picture.say("two");
  assert.equal(root.querySelector(".live-words").textContent, "two");
  assert.equal(picture.element.getAttribute("aria-label"), "A title. two");
  browser.wait(500);
  assert.equal(spoken.textContent, "", "the slider still moved 500 ms ago");
  picture.say("two"); // a message with the same sentence does not put it off
  browser.wait(100);
  assert.equal(spoken.textContent, "two");
});

test("an error is told as an alert, and goes away", () => {
  const picture = createPicture(root, "t");
  const error = root.querySelector(".live-error");
  picture.fail("no");
  assert.equal(error.textContent, "no");
  assert.equal(error.getAttribute("role"), "alert");
  picture.fail("");
  assert.equal(error.textContent, "");
});

// The view ---------------------------------------------------------------------------------------

function show(values = {}) {
  const model = new Model({
    title: "t", svg: WHOLE, frame: { parts: {}, words: "one" }, error: "", handles: [DRAGGABLE],
    narrow: false, ...values,
  });
  const close = view.render({ model, el: root });
  return { model, close };
}

test("a figure is drawn as soon as it is shown", () => {
  show({ frame: { parts: part("a", "M 7 7"), words: "one" }, error: "no" });
  assert.equal(path("a"), "M 7 7");
  assert.equal(root.querySelector(".live-words").textContent, "one");
  assert.equal(root.querySelector(".live-error").textContent, "no");
});

test("a figure without a frame is drawn too", () => {
  show({ frame: {} });
  assert.equal(path("a"), "M 0 0");
});

test("messages between two frames of the display are drawn once, the last of them", () => {
  const { model } = show();
  model.receive({ frame: { parts: part("a", "M 7 7"), words: "two" } });
  model.receive({ frame: { parts: part("a", "M 8 8"), words: "three" } });
  assert.equal(path("a"), "M 0 0");
  assert.equal(browser.showFrame(), 1);
  assert.equal(path("a"), "M 8 8");
  assert.equal(root.querySelector(".live-words").textContent, "three");
  model.receive({ error: "no" });
  assert.equal(browser.showFrame(), 1);
  assert.equal(root.querySelector(".live-error").textContent, "no");
});

test("a whole picture is drawn again only when it is another", () => {
  const { model } = show();
  const svg = root.querySelector("svg");
  model.receive({ frame: { parts: part("a", "M 7 7"), words: "" } });
  browser.showFrame();
  assert.equal(root.querySelector("svg"), svg);
  model.receive({ svg: WHOLE.replace("M 0 0", "M 5 5"), frame: { parts: {}, words: "" } });
  browser.showFrame();
  assert.equal(path("a"), "M 5 5");
});

test("a figure that is closed draws no more and watches no width", () => {
  const { model, close } = show();
  model.receive({ frame: { parts: part("a", "M 7 7"), words: "" } });
  close();
  assert.equal(browser.showFrame(), 0);
  model.receive({ frame: { parts: part("a", "M 8 8"), words: "" } });
  assert.equal(browser.showFrame(), 0);
  assert.equal(browser.nObservers, 0);
});

test("a figure that is closed while it rests draws no more either", () => {
  const { model, close } = show();
  close();
  model.receive({ frame: { parts: part("a", "M 8 8"), words: "" } });
  assert.equal(browser.showFrame(), 0);
});

// Width ------------------------------------------------------------------------------------------

test("the kernel is told when a figure becomes narrow or wide, and only then", () => {
  const { model } = show();
  for (const width of [900, 560, 559, 300, 559, 560, 1000]) {
    browser.resize(root, width);
    assert.equal(model.get("narrow"), width < 560, width);
  }
  assert.deepEqual(model.saved, [{ narrow: true }, { narrow: false }]);
});

test("two views of one figure do not answer each other", () => {
  const { model } = show();
  const other = new Element("div");
  view.render({ model, el: other });
  browser.resize(root, 900);
  browser.resize(other, 300);
  assert.deepEqual(model.saved, [{ narrow: true }], "the last that changed wins");
  for (const [element, width] of [[root, 900], [other, 300], [root, 890], [other, 310]]) {
    browser.resize(element, width); // the picture is higher now, or lower
  }
  assert.deepEqual(model.saved, [{ narrow: true }]);
  browser.resize(root, 500);
  browser.resize(root, 600);
  assert.deepEqual(model.saved, [{ narrow: true }, { narrow: false }]);
});

test("a view that is opened tells its width where it is another", () => {
  const { model } = show({ narrow: true });
  browser.resize(root, 900);
  assert.deepEqual(model.saved, [{ narrow: false }]);
});

test("a figure that is not seen has no width", () => {
  const { model } = show();
  browser.resize(root, 0);
  assert.deepEqual(model.saved, []);
});

// Dragging ---------------------------------------------------------------------------------------

// Where on the screen a point of the picture is: see getScreenCTM.
const at = (x, y) => ({ clientX: 100 + 2 * x, clientY: 50 + 2 * y });

function drag(picture, target, ...places) {
  picture.send("pointerdown", { target, ...places[0] });
  for (const place of places) picture.send("pointermove", place);
}

test("a handle reports where it is dragged to, in the data's numbers", () => {
  const { model } = show();
  const picture = root.querySelector(".live-picture");
  drag(picture, group("a").firstElementChild, at(10, 80), at(50, 35), at(90, 20));
  assert.deepEqual(model.saved.map(({ dragged }) => dragged), [
    { handle: 0, x: -1, y: 2 }, { handle: 0, x: 0, y: 5 }, { handle: 0, x: 1, y: 6 },
  ]);
  assert.equal(picture.captured, 1);
  assert.equal(picture.style.cursor, "grabbing");
});

test("an axis that is logarithmic counts in powers of ten, each axis for itself", () => {
  for (const log of [[true, false], [false, true]]) {
    root = new Element("div");
    const { model } = show({ handles: [{ ...DRAGGABLE, log }] });
    drag(root.querySelector(".live-picture"), group("a"), at(90, 80));
    assert.deepEqual(model.saved[0].dragged,
      { handle: 0, x: log[0] ? 10 : 1, y: log[1] ? 100 : 2 });
  }
});

test("the handle is the one that was pressed, also after a whole drawing", () => {
  const other = { ...DRAGGABLE, id: "b", data: [0, 0, 10, 10] };
  const { model } = show({ handles: [DRAGGABLE, other] });
  const picture = root.querySelector(".live-picture");
  picture.send("pointerdown", { target: group("b"), ...at(10, 80) });
  model.receive({ svg: WHOLE.replace("M 0 0", "M 5 5") });
  browser.showFrame();
  picture.send("pointermove", at(90, 20));
  assert.deepEqual(model.saved, [{ dragged: { handle: 1, x: 10, y: 10 } }]);
});

test("a press of a handle selects no text", () => {
  show();
  const picture = root.querySelector(".live-picture");
  const prevented = [];
  for (const id of ["a", "b"]) {
    picture.send("pointerdown", { target: group(id), preventDefault: () => prevented.push(id) });
  }
  assert.deepEqual(prevented, ["a"]);
});

test("what is no handle cannot be dragged, and a handle that is let go rests", () => {
  const { model } = show();
  const picture = root.querySelector(".live-picture");
  drag(picture, group("b"), at(50, 50));
  picture.send("pointermove", at(50, 50));
  assert.deepEqual(model.saved, []);
  assert.deepEqual([picture.captured, picture.style.cursor], [undefined, undefined]);
  for (const end of ["pointerup", "pointercancel"]) {
    picture.send("pointerdown", { target: group("a"), ...at(50, 50) });
    picture.send(end);
    picture.send("pointermove", at(60, 60));
    assert.equal(picture.style.cursor, "");
  }
  assert.deepEqual(model.saved, []);
});

test("the cursor says what can be dragged", () => {
  show();
  const picture = root.querySelector(".live-picture");
  picture.send("pointerover", { target: group("a") });
  assert.equal(picture.style.cursor, "grab");
  picture.send("pointerover", { target: group("b") });
  assert.equal(picture.style.cursor, "");
  picture.send("pointerdown", { target: group("a"), ...at(50, 50) });
  picture.send("pointerover", { target: group("b") });
  assert.equal(picture.style.cursor, "grabbing", "it does not change on the way");
});
