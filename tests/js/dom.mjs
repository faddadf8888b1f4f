// As much of a browser as the scripts of live figures use: a stand-in for tests, without packages.

import { readFileSync } from "node:fs";

const LIBRARY = new URL("../../lessonlib/", import.meta.url);

// Import a script of the library. It is a module, although its name does not tell Node so.
export async function load(name) { return import(address(name)); }

// A script with those that it imports, as an address.
function address(name) {
  const text = readFileSync(new URL(name, LIBRARY), "utf-8")
    .replace(/from "\.\/(\w+\.js)"/g, (_, other) => `from "${address(`live/${other}`)}"`);
  return `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
}

export class Element {
  constructor(tag) {
    Object.assign(this, { tag, children: [], parentElement: null, attributes: {}, style: {} });
    this.className = "";
    this.text = "";
    this.listeners = {};
    this.classList = {
      add: (...names) => { this.className = [this.className, ...names].join(" ").trim(); },
    };
  }
  setAttribute(name, value) { this.attributes[name] = String(value); }
  getAttribute(name) { return this.attributes[name] ?? null; }
  hasAttribute(name) { return name in this.attributes; }
  toggleAttribute(name, isSet) {
    if (isSet) this.attributes[name] = "";
    else delete this.attributes[name];
  }
  get firstElementChild() { return this.children[0] ?? null; }
  get textContent() { return this.text + this.children.map((child) => child.textContent).join(""); }
  set textContent(text) { this.children = []; this.text = text; }
  append(...elements) { elements.forEach((element) => this.appendChild(element)); }
  appendChild(element) {
    element.parentElement = this;
    this.children.push(element);
    return element;
  }
  replaceWith(other) {
    const { children } = this.parentElement;
    children.splice(children.indexOf(this), 1, other);
    other.parentElement = this.parentElement;
  }
  removeEventListener(kind, listener) {
    this.listeners[kind] = this.listeners[kind].filter((one) => one !== listener);
  }
  remove() {
    this.parentElement.children = this.parentElement.children.filter((child) => child !== this);
  }
  // Elements, their attributes and their text; no more of XML than a test writes.
  set innerHTML(source) {
    Object.assign(this, { children: [], text: "" });
    let open = this;
    for (const [, close, tag, rest, self, text] of
      source.matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>|([^<]+)/g)) {
      if (text !== undefined) open.text += text;
      else if (close) open = open.parentElement;
      else {
        const child = open.appendChild(new Element(tag));
        for (const [, name, value] of rest.matchAll(/([\w:-]+)="([^"]*)"/g)) {
          child.setAttribute(name, value);
        }
        if (!self) open = child;
      }
    }
  }
  matches(selector) {
    return selector.split(",").some((one) => {
      const [, tag, className, name, , value] = one.trim()
        .match(/^(\w+)?(?:\.([\w-]+))?(?:\[([\w-]+)(="([^"]*)")?\])?$/);
      return (!tag || tag === this.tag)
        && (!className || this.className.split(" ").includes(className))
        && (!name || (value === undefined ? name in this.attributes
          : this.attributes[name] === value));
    });
  }
  closest(selector) {
    return this.matches(selector) ? this : this.parentElement?.closest(selector) ?? null;
  }
  querySelectorAll(selector) {
    return this.children.flatMap((child) =>
      [...(child.matches(selector) ? [child] : []), ...child.querySelectorAll(selector)]);
  }
  getElementsByClassName(name) { return this.querySelectorAll(`.${name}`); }
  contains(element) {
    return element === this || this.children.some((child) => child.contains(element));
  }
  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
  addEventListener(kind, listener) { (this.listeners[kind] ??= []).push(listener); }
  send(kind, event = {}) {
    const whole = { target: this, pointerId: 1, preventDefault() {}, ...event };
    for (const listener of this.listeners[kind] ?? []) listener(whole);
    return whole;
  }
  setPointerCapture(id) { this.captured = id; }
  // An <svg> that stands at (100, 50) of the screen, twice as large as it says.
  getScreenCTM() {
    return { inverse: () => ({ x, y }) => ({ x: (x - 100) / 2, y: (y - 50) / 2 }) };
  }
}

// Put the globals of a browser where scripts look for them; return what a test does with them.
export function openBrowser() {
  const frames = new Map();
  const observers = [];
  const timers = new Map();
  const watchers = [];
  const sights = [];
  let n = 0;
  let now = 0;
  Object.assign(globalThis, {
    document: Object.assign(new Element("document"), {
      visibilityState: "visible",
      createElement: (tag) => new Element(tag),
      createElementNS: (_, tag) => new Element(tag),
    }),
    Option: class extends Element {
      constructor(text) { super("option"); this.textContent = text; }
    },
    DOMPoint: class {
      constructor(x, y) { Object.assign(this, { x, y }); }
      matrixTransform(matrix) { return matrix(this); }
    },
    ResizeObserver: class {
      constructor(callback) { this.callback = callback; observers.push(this); }
      observe(element) { this.element = element; }
      disconnect() { observers.splice(observers.indexOf(this), 1); }
    },
    IntersectionObserver: class {
      constructor(callback) { this.callback = callback; sights.push(this); }
      observe(element) { this.element = element; }
      disconnect() { sights.splice(sights.indexOf(this), 1); }
    },
    window: new Element("window"),
    MutationObserver: class {
      constructor(callback) { this.callback = callback; }
      observe(element) { this.element = element; watchers.push(this); }
      disconnect() { if (this.element) watchers.splice(watchers.indexOf(this), 1); }
    },
    requestAnimationFrame: (callback) => { frames.set(++n, callback); return n; },
    cancelAnimationFrame: (number) => frames.delete(number),
    setTimeout: (callback, delay) => { timers.set(++n, [now + delay, callback]); return n; },
    clearTimeout: (number) => timers.delete(number),
  });
  return {
    // The display shows its next frame: how many drawings had been asked for?
    showFrame() {
      const callbacks = [...frames.values()];
      frames.clear();
      callbacks.forEach((callback) => callback());
      return callbacks.length;
    },
    // Milliseconds pass.
    wait(duration) {
      now += duration;
      for (const [number, [when, callback]] of timers) {
        if (when <= now) {
          timers.delete(number);
          callback();
        }
      }
    },
    resize(element, width) {
      element.clientWidth = width;
      observers.filter((one) => one.element === element).forEach((one) => one.callback());
    },
    // The page is scrolled so that an element comes into sight, or leaves it.
    scroll(element, isIntersecting) {
      sights.filter((one) => one.element === element)
        .forEach((one) => one.callback([{ isIntersecting }]));
    },
    // Another page of the browser comes to the front, or this one again.
    turnTo(visibilityState) {
      document.visibilityState = visibilityState;
      document.send("visibilitychange");
    },
    // Something below these elements has changed; how many observers heard of it?
    change(...targets) {
      const hear = ({ element }) => targets.some((target) => element.contains(target));
      const heard = watchers.filter(hear);
      heard.forEach((one) => one.callback(targets.map((target) => ({ target }))));
      return heard.length;
    },
    get nObservers() { return observers.length + sights.length; },
  };
}

// The browser's half of a widget.
export class Model {
  constructor(values) {
    Object.assign(this, { values, listeners: [], saved: [], changed: {}, sent: [] });
  }
  get(name) { return this.values[name]; }
  set(name, value) { this.values[name] = value; this.changed[name] = value; }
  save_changes() { this.saved.push(this.changed); this.changed = {}; }
  on(names, listener) { this.listeners.push([names, listener]); }
  off(names, listener) {
    this.listeners = this.listeners.filter(([n, l]) => n !== names || l !== listener);
  }
  send(message) { this.sent.push(message); }
  // The kernel sends a message.
  hear(message) {
    for (const [names, listener] of this.listeners) if (names === "msg:custom") listener(message);
  }
  // The kernel sends values.
  receive(values) {
    Object.assign(this.values, values);
    const events = Object.keys(values).map((name) => `change:${name}`);
    for (const [names, listener] of this.listeners) {
      if (names.split(" ").some((name) => events.includes(name))) listener();
    }
  }
}
