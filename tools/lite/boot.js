// Says in one line at the foot of a lesson what the page is doing, until Python runs.

(() => {
  const words = WORDS;
  const SLOW = 180; // seconds after which it may not come any more
  const SHOWN = 30; // seconds that the last line stays
  const start = performance.now();
  const bar = document.createElement("div");
  bar.id = "lesson-boot";
  bar.setAttribute("role", "status");
  const line = document.createElement("span");
  const close = document.createElement("button");
  close.textContent = words.close;
  close.addEventListener("click", end);
  bar.append(line, close);
  document.body.append(bar);

  function say(key) {
    const seconds = Math.floor((performance.now() - start) / 5000) * 5;
    const text = words[key].replace("{seconds}", seconds);
    bar.dataset.state = key;
    // A screen reader reads what changes: the words once, and the seconds at each five.
    if (line.textContent !== text) line.textContent = text;
  }

  function status() {
    const shell = window.jupyterapp?.shell;
    const session = shell?.currentWidget?.sessionContext?.session;
    return session?.kernel?.status;
  }

  function state() {
    const now = status();
    if (now === "idle" || now === "busy") return "ready";
    if (now === "dead") return "dead";
    if (performance.now() - start > 1000 * SLOW) return "slow";
    return document.querySelector(".jp-Notebook .jp-Cell") ? "starting" : "opening";
  }

  const timer = setInterval(look, 500);
  look();

  function look() {
    const now = state();
    say(now);
    if (now !== "ready") return;
    clearInterval(timer);
    setTimeout(end, 1000 * SHOWN);
  }

  function end() {
    clearInterval(timer);
    bar.remove();
  }
})();
