// Beside the widgets of a box: lets them keep their keys, and gives its sliders names.

const BOX = ".keeps-its-keys";

function render({ el }) {
  el.style.display = "none";
  const stops = [keepKeys(el), nameSliders(el)];
  return () => stops.forEach((stop) => stop());
}

// JupyterLab looks for the attribute from the focused element upwards, but stops at the first one
// that a shortcut's selector matches: mostly the focused element itself. So that one must have it.
function keepKeys(el) {
  const mark = (event) => {
    if (!el.closest(BOX)?.contains(event.target)) return;
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey);
    event.target.toggleAttribute("data-lm-suppress-shortcuts", isPlain);
  };
  window.addEventListener("keydown", mark, true); // before JupyterLab sees the key
  return () => window.removeEventListener("keydown", mark, true);
}

// The handles of ipywidgets' sliders have no accessible name. Each gets that of the label in its
// row, or of its tooltip where the row has no label.
function nameSliders(el) {
  const observer = new MutationObserver((changes) => {
    const isPicture = ({ target }) => target.closest("svg");
    if (!changes.every(isPicture)) nameAll(el.closest(BOX));
  });
  let waiting;
  const begin = () => {
    const box = el.closest(BOX);
    if (!box) { // not yet in its box
      waiting = requestAnimationFrame(begin);
      return;
    }
    observer.observe(box, { childList: true, subtree: true });
    nameAll(box);
  };
  begin();
  return () => {
    cancelAnimationFrame(waiting);
    observer.disconnect();
  };
}

function nameAll(box) {
  for (const handle of box?.getElementsByClassName("noUi-handle") ?? []) {
    const row = handle.closest(".widget-slider");
    const label = row?.querySelector(".widget-label");
    const name = label?.textContent.trim() || label?.title || row?.title;
    if (name && handle.getAttribute("aria-label") !== name) handle.setAttribute("aria-label", name);
  }
}

export default { render };
