"""The driver finds a slider that does nothing, a picture that breaks, and an error that shows."""

import figure_driver
import pytest

pytestmark = pytest.mark.browser

# A figure in three lines, with the class names of a live figure.
SOURCE = """
import ipywidgets
from IPython.display import display

def figure(control, draw):
    parts = [ipywidgets.HTML().add_class(f"live-{part}") for part in ("picture", "words", "error")]
    def show(change=None):
        for part, text in zip(parts, draw(control.value)):
            part.value = text
    control.observe(show, "value")
    show()
    controls = ipywidgets.VBox([control]).add_class("live-controls")
    display(ipywidgets.VBox([controls, *parts]).add_class("live-figure"))

def svg(path):
    return f'<svg width="100" height="20"><path d="M0 0 L{path} 10"/></svg>'

def line(value):
    return svg(int(value) * 10), f"a line to {value}", ""
"""
SLIDER = "ipywidgets.IntSlider(5, 0, 10, description='steps')"
FIGURES = {
    "good": f"figure({SLIDER}, line)",
    "good options": "figure(ipywidgets.Dropdown(options=[1, 2, 3], description='many'), line)",
    "good box": "figure(ipywidgets.Checkbox(False, description='shown'), line)",
    "good choices": "figure(ipywidgets.ToggleButtons(options=['1', '2']), line)",
    "good toggle": "figure(ipywidgets.ToggleButton(False, description='shown'), line)",
    "stubbed": f"figure({SLIDER}, lambda value: line(1))",
    "nan": f"figure({SLIDER}, lambda value: (svg('nan' if value == 10 else value), 'a line', ''))",
    "error": f"figure({SLIDER}, lambda value: (*line(value)[:2], 'too steep' * (value == 0)))",
    "text": "figure(ipywidgets.Text('1', description='steps'), line)",
}


@pytest.fixture(scope="module")
def faults(desk):
    """What the driver says, by the name of the figure."""
    notebook = desk.open_made("made.ipynb", [SOURCE, *FIGURES.values()])
    notebook.run_all()
    assert notebook.errors() == notebook.not_run() == notebook.problems == []
    # The stubbed figure would be waited for as long as a busy machine may need.
    stubbed = list(FIGURES).index("stubbed") + 1
    found = figure_driver.find_faults(notebook, thorough=True, timeouts={stubbed: 1000})
    return {
        name: [one for one in found if one.startswith(f"made.ipynb, figure {number}")]
        for number, name in enumerate(FIGURES, start=1)
    }


@pytest.mark.parametrize("name", [name for name in FIGURES if name.startswith("good")])
def test_good_figures_have_no_faults(faults, name):
    assert faults[name] == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("stubbed", "figure 6, 'steps' never changed the picture"),
        ("nan", "figure 7, 'steps' (dragged to the right end): the figure draws path with d="),
        ("error", "figure 8, 'steps' (dragged to the left end): the figure shows the error"),
        ("text", "figure 9 has a control that this test cannot move"),
    ],
)
def test_faults_are_found(faults, name, message):
    assert any(message in one for one in faults[name]), faults[name]
