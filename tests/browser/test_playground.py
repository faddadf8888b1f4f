"""The playground's clock in JupyterLab, where it ticks: run, pause, run again, interrupt."""

import pytest

pytestmark = pytest.mark.browser

# The first figure is kept, so that it can be asked after its cell was run again.
CELLS = (
    "from lessonlib.figures import lesson7 as figures; made = []",
    "made.append(figures.playground(step=0)); made[-1]",
    "print('first at', made[0].values['step'])",
)


IS_NEW = "() => document.querySelector('.live-words')?.textContent.startsWith('t = 0,')"


@pytest.fixture(scope="module")
def opened(desk):
    notebook = desk.open_made("playground.ipynb", CELLS)
    yield notebook
    assert notebook.problems == []


@pytest.fixture
def notebook(opened):
    """A playground as it begins; that of the test before rests, since this one was made."""
    run_cell(opened, 0)
    run_cell(opened, 1)
    opened.wait_until_idle()
    opened.page.wait_for_function(IS_NEW, timeout=20_000)
    yield opened
    assert opened.errors() == []


def step(notebook):
    words = notebook.page.locator(".live-words").inner_text()
    return int(words.split()[2].rstrip(",:"))


def press(notebook, name):
    notebook.page.locator(".live-figure button", has_text=name).click(timeout=10_000)


def wait_for_step(notebook, at_least):
    script = """(least) => parseInt(
      document.querySelector('.live-words')?.textContent.split(' ')[2]) >= least"""
    notebook.page.wait_for_function(script, arg=at_least, timeout=20_000)


def rests(notebook):
    """Say whether the figure comes to stay at its step, once what is under way has arrived."""
    for _ in range(6):  # a busy machine has more under way
        before = step(notebook)
        notebook.page.wait_for_timeout(800)
        if step(notebook) == before:
            return True
    return False


def test_run_pause_step_reset(notebook):
    press(notebook, "Run")
    wait_for_step(notebook, 50)
    press(notebook, "Pause")
    assert rests(notebook)
    before = step(notebook)
    press(notebook, "One step")
    wait_for_step(notebook, before + 1)
    assert step(notebook) == before + 1
    press(notebook, "Reset")
    assert rests(notebook)
    assert step(notebook) == 0


def test_other_controls_answer_while_it_runs(notebook):
    press(notebook, "Run")
    wait_for_step(notebook, 50)
    notebook.page.locator(".live-figure select").nth(1).select_option("4")
    notebook.page.get_by_text("epochs of 5 steps").first.wait_for(timeout=10_000)
    before = step(notebook)
    wait_for_step(notebook, before + 20)


def test_a_preset_runs_what_the_line_of_python_says(notebook):
    press(notebook, "overfits")
    wait_for_step(notebook, 100)
    press(notebook, "Pause")
    assert rests(notebook)
    line = notebook.page.locator(".live-figure pre").inner_text()
    assert "hidden_width=48, learning_rate=0.158, batch_size='all', seed=0" in line
    assert line.endswith(f"step={step(notebook)})")


def run_cell(notebook, number):
    notebook.page.evaluate(
        """async (number) => {
          window.jupyterapp.shell.currentWidget.content.activeCellIndex = number;
          await window.jupyterapp.commands.execute('notebook:run-cell');
        }""",
        number,
    )


def ask_first(notebook):
    """Return the step that the kernel has for the first figure made."""
    run_cell(notebook, 2)
    return int(notebook.page.get_by_text("first at").last.inner_text().split()[-1])


def test_running_the_cell_again_pauses(notebook):
    press(notebook, "Run")
    wait_for_step(notebook, 50)
    run_cell(notebook, 1)
    notebook.page.wait_for_timeout(600)
    before = ask_first(notebook)
    assert 50 <= before < 2000
    notebook.page.wait_for_timeout(600)
    assert ask_first(notebook) == before
    assert step(notebook) == 0
    press(notebook, "Run")
    wait_for_step(notebook, 50)


def test_running_another_cell_does_not_pause(notebook):
    press(notebook, "Run")
    wait_for_step(notebook, 50)
    before = ask_first(notebook)
    wait_for_step(notebook, before + 20)


def test_an_interrupt_of_the_kernel_pauses(notebook):
    press(notebook, "Run")
    wait_for_step(notebook, 50)
    notebook.command("notebook:interrupt-kernel")
    assert rests(notebook)
    assert step(notebook) < 2000
    press(notebook, "Run")
    wait_for_step(notebook, step(notebook) + 20)
