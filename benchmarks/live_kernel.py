"""What the kernel has to do with a live figure: its share of a move, cells meanwhile, memory."""

import statistics

_ASK = """async ([code, value]) => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  const reply = await kernel.requestExecute({ code, user_expressions: { value } }).done;
  return reply.content.user_expressions.value.data["text/plain"];
}"""

_ANSWER = """async () => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  const start = performance.now();
  await kernel.requestExecute({ code: "pass" }).done;
  return performance.now() - start;
}"""

# Times of the figure's own function, and of drawing the artists that it has changed.
_TIME = """
from time import perf_counter
def _times(figure, values):
    compute, diff = [], []
    for k in values:
        start = perf_counter()
        figure._curtain.run(figure._show, {**figure.values, "k": k})
        middle = perf_counter()
        figure._picture.update()
        compute.append(1000 * (middle - start))
        diff.append(1000 * (perf_counter() - middle))
    figure.redraw()
    return [sorted(one)[len(one) // 2] for one in (compute, diff)]
"""


def ask(page, code: str, value: str) -> str:
    """Run code in the kernel of a page; return what the expression ``value`` then reads as."""
    return page.evaluate(_ASK, [code, value])


def kernel_times(page) -> tuple[float, float]:
    """Return the median milliseconds of computing and of drawing, of the page's ``wave``."""
    compute, diff = eval(ask(page, _TIME, "_times(wave, range(20, 60))"))
    return compute, diff


def cell_times(page, n: int = 8) -> tuple[list[float], list[float], int]:
    """Return how long empty cells wait for their answer, also while frames are computed ahead.

    Returns
    -------
    at_rest, meanwhile : list of float
        Milliseconds, when the kernel has nothing to do, and while it computes.
    n_frames : int
        Frames that arrived meanwhile: there was something to wait for.
    """
    size = "() => document.querySelector('.live-picture').kept.size"
    page.bring_to_front()
    page.wait_for_timeout(500)
    ask(page, "settings.frames_ahead = False", "0")
    at_rest = _answers(page, n)
    ask(page, "settings.frames_ahead = True; wave.redraw()", "0")  # what was kept is void
    page.wait_for_timeout(400)
    before = page.evaluate(size)
    meanwhile = _answers(page, n)
    return at_rest, meanwhile, page.evaluate(size) - before


def _answers(page, n: int) -> list[float]:
    times = []
    for _ in range(n):
        times.append(page.evaluate(_ANSWER))
        page.wait_for_timeout(500)  # frames go on after a rest
    return times


def memory(page, n_moves: int = 2000, n_looks: int = 4) -> list[tuple[int, float, float]]:
    """Move two sliders by keys; return now and then the moves, and megabytes of kernel and tab."""
    session = page.context.new_cdp_session(page)
    rows = []
    for look in range(n_looks + 1):
        for i in range(n_moves // n_looks if look else 100):
            if i % 25 == 0:  # another slider: what is kept for the last is void, and computed anew
                page.locator(".noUi-handle").nth(i // 25 % 2).focus()
                page.wait_for_timeout(400)
            page.keyboard.press("ArrowRight" if i % 50 < 25 else "ArrowLeft")
        page.wait_for_timeout(3000)
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        rss = int(
            ask(page, "import gc, psutil; gc.collect()", "psutil.Process().memory_info().rss")
        )
        rows.append((look * (n_moves // n_looks), rss / 1e6, heap / 1e6))
    return rows


def report_kernel(times: dict[str, tuple[float, float]], medians: dict[str, float]) -> None:
    """Print where the time of a move goes, for figures with and without frames ahead."""
    print("one move, in ms       compute   diff   transport   paint")
    for name, (compute, diff) in times.items():
        paint = medians[name]  # answered ahead: nothing but the browser's own work
        transport = medians[f"{name}-trip"] - compute - diff - paint
        print(f"{name:20s} {compute:8.1f} {diff:6.1f} {transport:11.1f} {paint:7.1f}")


def report_cells(name: str, at_rest: list[float], meanwhile: list[float], n_frames: int) -> None:
    """Print how long cells waited."""
    print(
        f"a cell while {name} computes ahead ({n_frames} frames) is answered after "
        f"{statistics.median(meanwhile):.0f} ms, at most {max(meanwhile):.0f}; "
        f"while the kernel rests after {statistics.median(at_rest):.0f}, at most {max(at_rest):.0f}"
    )


def report_memory(rows: list[tuple[int, float, float]]) -> None:
    """Print the memory of kernel and tab."""
    for n_moves, kernel, tab in rows:
        print(f"after {n_moves:5d} moves: kernel {kernel:6.1f} MB, tab {tab:6.1f} MB")
