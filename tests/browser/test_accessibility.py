"""What axe-core finds in figures, quizzes and predictions, in JupyterLab."""

import npm_packages
import pytest

pytestmark = pytest.mark.browser

# A figure with every kind of control.
FIGURE = """
import ipywidgets
from matplotlib.figure import Figure
from lessonlib.live import Clock, LogRange, live

figure = Figure(figsize=(8, 3))
(line,) = figure.subplots().plot([0, 1], [0, 1])

def show(n_steps=1, share=0.5, rate=0.1, kind="one", shown=True, choice="a"):
    line.set_ydata([0, share])
    return f"{n_steps} {share} {rate} {kind} {shown} {choice}"

steps = ipywidgets.IntSlider(1, 0, 9, description="T steps")
labels = {"share": "share", "rate": "α learning rate", "kind": "kind", "shown": "show f"}
live(
    figure,
    show,
    title="A line",
    labels=labels,
    above=[Clock(steps, stride=1).widget],
    n_steps=steps,
    share=(0.0, 1.0),
    rate=LogRange(0.01, 1.0),
    kind=["one", "two"],
    shown=True,
    choice=ipywidgets.ToggleButtons(options=["a", "b"], description="choice"),
)
"""
# One without any, which nothing in it would make reachable by keyboard.
PICTURE = """
picture = Figure(figsize=(8, 3))
picture.subplots()
live(picture, lambda: "nothing", title="A picture")
"""
CELLS = [
    FIGURE,
    PICTURE,
    "from lessonlib import predict\nfrom lessonlib.quiz import quiz",
    'choice = predict.choose("smaller", "larger")\nchoice',
    "number = predict.estimate(1, 30)\nnumber",
    "share = predict.estimate(0.0, 1.0)\nshare",
    'predict.recap(("which", choice, "larger"))',
    *(f"quiz(1, {number})" for number in range(1, 5)),
]
OURS = (".live-figure", ".lesson-quiz", ".live-figure-prediction", ".lesson-recap")
COUNTS = {".live-figure": 2, ".lesson-quiz": 4, ".live-figure-prediction": 3, ".lesson-recap": 1}
SEVERE = ("serious", "critical")
CHECK = """async (ours) => {
  const { violations } = await axe.run(ours.join(", "), { resultTypes: ["violations"] });
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => ({ id, impact, html: html.slice(0, 300) })));
}"""
NAMES = "(sliders) => sliders.map((slider) => slider.getAttribute('aria-label'))"


@pytest.fixture(scope="module")
def notebook(desk):
    """A notebook that has been run, with axe-core in its page."""
    notebook = desk.open_made("accessibility.ipynb", CELLS)
    notebook.run_all()
    page = notebook.page
    page.wait_for_function("() => document.querySelectorAll('.lesson-quiz').length === 4")
    page.add_script_tag(path=npm_packages.install() / "axe-core" / "axe.min.js")
    return notebook


@pytest.mark.parametrize("width", [1280, 640])
def test_nothing_serious_is_found(notebook, width):
    notebook.page.set_viewport_size({"width": width, "height": 800})
    notebook.page.wait_for_timeout(500)  # figures take another shape
    notebook.wait_until_idle()
    found = {one: notebook.page.locator(one).count() for one in OURS}
    assert found == COUNTS
    violations = notebook.page.evaluate(CHECK, OURS)
    assert [one for one in violations if one["impact"] in SEVERE] == []


def test_every_slider_has_the_name_of_its_label(notebook):
    names = notebook.page.locator("[role=slider]").evaluate_all(NAMES)
    assert names == [
        *("T steps", "share", "α learning rate"),
        "Your prediction: a number from 1 to 30",
        "Your prediction: a number from 0 to 1",
    ]
