// A picture that is drawn whole, then part by part, with its sentence. Knows nothing of kernels.

const SVG = "http://www.w3.org/2000/svg";

export function createPicture(root, title) {
  const picture = append(root, "div", "live-picture");
  const words = append(root, "p", "live-words");
  const spoken = append(root, "p", "live-spoken");
  const error = append(root, "p", "live-error");
  const find = (id) => picture.querySelector(`[id="${id}"]`);
  picture.setAttribute("role", "img");
  spoken.setAttribute("aria-live", "polite");
  error.setAttribute("role", "alert");
  let timer, whole;
  let replaced = new Map(); // groups of the whole picture whose place a part has taken, by id

  return {
    element: picture,
    // A frame: the whole picture, and all parts that differ from it.
    show({ svg, parts, words: sentence }) {
      if (svg !== whole) {
        whole = svg;
        this.drawWhole(svg);
      }
      for (const [id, group] of replaced) {
        if (id in parts) continue;
        find(id).replaceWith(group);
        replaced.delete(id);
      }
      this.drawParts(parts);
      this.say(sentence);
    },
    drawWhole(svg) {
      picture.innerHTML = themed(svg);
      replaced = new Map();
      const element = picture.querySelector("svg");
      if (element) element.setAttribute("aria-hidden", "true");
    },
    drawParts(parts) {
      for (const [id, svg] of Object.entries(parts)) {
        const group = find(id);
        // Every frame carries all that differs from the whole picture: most of it is in place.
        if (group && group.live !== svg) {
          const fresh = parseGroup(svg);
          fresh.live = svg;
          if (!replaced.has(id)) replaced.set(id, group);
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

// The frame of a recording, or of what the kernel has computed ahead: its SVG for its numbers.
export function unpack({ whole, parts, words }, reel) {
  return {
    svg: reel.wholes[whole],
    parts: Object.fromEntries(parts.map((number) => reel.parts[number])),
    words,
  };
}
