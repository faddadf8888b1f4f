// On stage (jupyterlab-slideshow) a slide larger than the screen is made smaller.

function render({ el }) {
  el.style.display = "none";
  fitSlides();
}

function fitSlides() {
  if (window.lessonFitsSlides) return;
  window.lessonFitsSlides = true;
  let fitted, timer;
  const fit = () => {
    const cells = [...document.querySelectorAll(".jp-Deck .jp-deck-mod-onscreen")];
    const page = cells[0]?.closest(".jp-WindowedPanel-outer");
    for (let scale = page ? 1 : 0; scale >= SMALLEST_SLIDE; scale -= 0.05) {
      for (const cell of cells) cell.style.setProperty("--stage-scale", scale.toFixed(2));
      const isCut = (code) => code.scrollWidth > code.clientWidth + 1;
      const codes = cells.flatMap((cell) => [...cell.querySelectorAll(".cm-scroller")]);
      if (page.scrollHeight <= page.clientHeight && !codes.some(isCut)) break;
    }
  };
  const request = (again) => {
    const slide = [...document.querySelectorAll(".jp-Deck .jp-deck-mod-onscreen")];
    const same = slide.length === fitted?.length && slide.every((cell, i) => cell === fitted[i]);
    if (same && again !== true) return;
    fitted = slide;
    fit();
    clearTimeout(timer);
    timer = setTimeout(fit, 200); // the editors of code find their height a little later
  };
  new MutationObserver(request).observe(document.body, {
    subtree: true, attributes: true, attributeFilter: ["class", "data-jp-deck-mode"],
  });
  window.addEventListener("resize", () => request(true));
  request();
}
const SMALLEST_SLIDE = 0.5;

export default { render };
