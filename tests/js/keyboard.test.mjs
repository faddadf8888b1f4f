// Keys for the focused widget, and names for sliders.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Element, load, openBrowser } from "./dom.mjs";

const { default: guard } = await load("live/keyboard.js");

// As the stand-in reads it, a class is a word in className.
function make(className, ...children) {
  const element = new Element("div");
  element.className = className;
  element.append(...children);
  return element;
}

function slider(text, title = "") {
  const label = make("widget-label");
  Object.assign(label, { textContent: text, title });
  return make("widget-slider", label, make("noUi-handle"));
}

let browser;
beforeEach(() => { browser = openBrowser(); });

const nameOf = (row) => row.querySelector(".noUi-handle").getAttribute("aria-label");
const mark = "data-lm-suppress-shortcuts";

function press(target, event = {}) {
  const whole = { ctrlKey: false, altKey: false, metaKey: false, ...event, target };
  globalThis.window.send("keydown", whole);
}

// Keys -------------------------------------------------------------------------------------------

test("a focused widget of the box keeps its keys, but not those with Ctrl, Alt or Cmd", () => {
  const [el, button] = [make(""), make("")];
  make("keeps-its-keys", button, el);
  guard.render({ el });
  assert.equal(el.style.display, "none");
  press(button);
  assert.ok(button.hasAttribute(mark));
  for (const key of ["ctrlKey", "altKey", "metaKey"]) {
    press(button);
    press(button, { [key]: true });
    assert.ok(!button.hasAttribute(mark), key);
  }
});

test("a widget outside the box does not", () => {
  const [el, other] = [make(""), make("")];
  make("page", make("keeps-its-keys", el), other);
  guard.render({ el });
  press(other);
  assert.ok(!other.hasAttribute(mark));
});

test("a box that is closed does not either", () => {
  const [el, button] = [make(""), make("")];
  make("keeps-its-keys", button, el);
  const close = guard.render({ el });
  close();
  press(button);
  assert.ok(!button.hasAttribute(mark));
});

// Names ------------------------------------------------------------------------------------------

test("each slider has the name of its label, or of a tooltip where there is none", () => {
  const el = make("");
  const rows = [slider(" α rate "), slider("", "your number"), slider("")];
  make("keeps-its-keys", ...rows, el);
  guard.render({ el });
  assert.deepEqual(rows.map(nameOf), ["α rate", "your number", null]);
});

test("a row without a label may have the tooltip itself", () => {
  const el = make("");
  const row = make("widget-slider", make("noUi-handle"));
  row.title = "your number";
  make("keeps-its-keys", row, el);
  guard.render({ el });
  assert.equal(nameOf(row), "your number");
});

test("sliders are named as soon as they and the guard are in the box", () => {
  const [el, row] = [make(""), slider("σ")];
  guard.render({ el });
  browser.showFrame();
  const box = make("keeps-its-keys", el);
  browser.showFrame();
  assert.equal(browser.showFrame(), 0, "it waits no more");
  box.append(row);
  browser.change(box);
  assert.equal(nameOf(row), "σ");
  row.querySelector(".widget-label").textContent = "σ noise";
  browser.change(row);
  assert.equal(nameOf(row), "σ noise");
});

test("a change of the picture alone makes nobody look", () => {
  const [el, row, group] = [make(""), slider("σ"), new Element("g")];
  const picture = new Element("svg");
  picture.append(group);
  const box = make("keeps-its-keys", el, picture);
  guard.render({ el });
  box.append(row);
  browser.change(group);
  assert.equal(nameOf(row), null);
  browser.change(group, box);
  assert.equal(nameOf(row), "σ");
});

test("a box that is closed is watched no more", () => {
  const el = make("");
  const box = make("keeps-its-keys", el);
  const close = guard.render({ el });
  assert.equal(browser.change(box), 1);
  close();
  assert.equal(browser.change(box), 0);
  guard.render({ el: make("") })(); // and one that never was in a box
  assert.equal(browser.showFrame(), 0);
});
