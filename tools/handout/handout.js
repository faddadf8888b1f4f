// Runs in the page before it is printed: formulas first, then what is wider than the paper.

// Waits until every formula and every picture is in place.
window.settle = async () => {
  await MathJax.startup.promise;
  await MathJax.typesetPromise();
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  fitToWidth();
};

// Makes what is too wide smaller, down to a size that can still be read; then it may wrap.
const SMALLEST = 0.7;
const BLOCKS = "p, li, td, th, h1, h2, h3, h4, figcaption, blockquote, div, aside, section, body";
function fitToWidth() {
  for (const element of document.querySelectorAll("pre, table, mjx-container")) {
    element.style.whiteSpace = element.tagName === "PRE" ? "pre" : "";
    const room = element.parentElement.closest(BLOCKS).clientWidth;
    const wide = Math.max(element.scrollWidth, element.getBoundingClientRect().width);
    if (wide > room + 0.5) {
      const smaller = element.tagName === "MJX-CONTAINER" ? room / wide
        : Math.max(SMALLEST, (room - 1) / wide);
      element.style.fontSize = `${smaller * parseFloat(getComputedStyle(element).fontSize)}px`;
    }
    if (element.getBoundingClientRect().width > room + 0.5 || element.scrollWidth > room + 0.5) {
      element.style.whiteSpace = "";
      element.style.overflowWrap = "anywhere";
    }
  }
}

// Names what still sticks out of the page at its right or left edge, or is cut in its box.
window.findOverflow = () => {
  const width = document.documentElement.clientWidth;
  const isCut = (element) => getComputedStyle(element).overflowX !== "visible"
    && element.scrollWidth > element.clientWidth + 1;
  return [...document.body.querySelectorAll("*")]
    .filter((element) => !element.closest("mjx-assistive-mml, defs"))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width && (box.right > width + 1 || box.left < -1 || isCut(element));
    })
    .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent.trim().slice(0, 60)}`);
};
