"""Frames that are computed ahead, without a browser: a loop that runs when the test says so."""

import logging
import warnings

import ipywidgets
import pytest
from event_loop import Loop
from matplotlib.figure import Figure

from lessonlib.live import Answer, LogRange, idle, live, settings
from lessonlib.predict import estimate


@pytest.fixture
def loop(monkeypatch):
    loop = Loop()
    loop.take_place(monkeypatch)
    monkeypatch.setattr(settings, "frames_ahead", True)
    return loop


class Browser:
    """What a browser would know of a figure."""

    def __init__(self, figure):
        self.figure, self.messages = figure, []
        figure._view.send = self.messages.append

    def look(self, *, visible=True, kept=0, view="one"):
        self.figure._ahead._hear({"view": view, "visible": visible, "kept": kept})

    @property
    def places(self):
        return [message["frame"]["at"] for message in self.messages]

    def frame(self, at):
        """Return the words, the whole picture and the parts of the last frame for a place."""
        wholes, parts, found, last = [], [], None, 0
        for message in self.messages:
            if message["round"] != last:
                wholes, parts, last = [], [], message["round"]
            wholes += message["wholes"]
            parts += message["parts"]
            frame = message["frame"]
            if frame["at"] == at:
                shown = dict(parts[number] for number in frame["parts"])
                found = frame["words"], wholes[frame["whole"]], shown
        return found


def make(show=None, **forms):
    figure = Figure(figsize=(3, 2))
    axes = figure.subplots()
    axes.set(xlim=(0, 1), ylim=(0, 10))
    (line,) = axes.plot([0, 1], [0, 1])
    calls = []

    def draw(left=2, right=1):
        calls.append((left, right))
        if show:
            show(left, right)
        line.set_ydata([left, right])
        return f"from {left} to {right}"

    options = {name: forms.pop(name) for name in ("answer", "remembers") if name in forms}
    made = live(figure, draw, title="t", **options, **{"left": (0, 4), "right": (0, 2)} | forms)
    return made, calls, line


def at_rest(**options):
    """A figure that a browser has looked at for a while."""
    figure, calls, line = make(**options)
    browser = Browser(figure)
    browser.look()
    figure._ahead._idle._loop.run(5)
    return figure, browser, calls, line


def test_nothing_is_computed_before_a_browser_shows_the_figure(loop):
    figure, calls, _ = make()
    figure.update(left=3)
    loop.run(5)
    assert len(calls) == 2


def test_frames_along_each_control_are_sent_the_nearest_first(loop):
    _, browser, _, _ = at_rest()
    assert browser.places == [[1, 1], [2, 0], [3, 1], [2, 2], [0, 1], [4, 1]]


def test_a_frame_is_the_one_that_the_move_draws(loop):
    figure, browser, _, _ = at_rest()
    words, whole, parts = browser.frame([4, 1])
    drawn = figure.update(left=4)
    assert (drawn.words, figure._view.svg, drawn.parts) == (words, whole, parts)
    assert figure._view.frame["at"] == [4, 1]


def test_the_reader_sees_nothing_of_it(loop):
    figure, browser, _, line = at_rest()
    assert browser.messages
    assert figure.words == "from 2 to 1"
    assert figure.values == {"left": 2, "right": 1}
    assert list(line.get_ydata()) == [2, 1]
    assert figure._view.frame["words"] == "from 2 to 1"
    assert figure._view.error == ""


def test_it_waits_until_the_reader_rests(loop):
    figure, _calls, _ = make()
    browser = Browser(figure)
    browser.look()
    for left in (3, 4, 3, 4):
        loop.run(0.9 * idle.REST)
        figure.update(left=left)
    assert browser.messages == []
    loop.run(1.1 * idle.REST)
    assert browser.messages


def test_between_two_frames_the_loop_is_free(loop):
    figure, calls, _ = make()
    browser = Browser(figure)
    browser.look()
    loop.run(idle.REST)
    seen = []
    loop.call_later(0, lambda: seen.append(len(browser.messages)))
    loop.run(idle.PAUSE / 2)
    assert seen == [1]
    while loop.due:
        before = len(calls)
        loop.run(idle.PAUSE)
        assert len(calls) - before <= 1


def test_what_is_out_of_sight_is_not_computed(loop):
    figure, _calls, _ = make()
    browser = Browser(figure)
    browser.look()
    browser.look(view="two")
    loop.run(idle.REST + 1.5 * idle.PAUSE)
    browser.look(visible=False)
    loop.run(2 * idle.REST)
    n = len(browser.messages)
    assert n > 2, "another view still shows it"
    figure.update(left=3)
    browser.look(visible=False, view="two")
    loop.run(5)
    assert len(browser.messages) == n


def test_a_move_along_a_line_keeps_its_frames_and_drops_the_other_lines(loop):
    figure, browser, _, _ = at_rest()
    before = len(browser.messages)
    round_before = figure._view.frame["round"]
    figure.update(left=4)
    loop.run(5)
    assert browser.places[before:] == [[4, 0], [2, 1], [4, 2]]
    assert browser.messages[-1]["round"] == figure._view.frame["round"] >= round_before


def test_something_else_that_changes_makes_all_void(loop):
    figure, browser, _, _ = at_rest()
    before, round_before = len(browser.messages), figure._view.frame["round"]
    figure.redraw()
    assert figure._view.frame["round"] > round_before
    loop.run(5)
    assert len(browser.messages) == 2 * before


def test_a_settled_prediction_makes_all_void(loop):
    guess = estimate(1, 30)
    figure = Figure(figsize=(3, 2))
    (line,) = figure.subplots().plot([0, 1], [0, 1])
    answer = Answer(guess, [line])
    hidden = live(figure, lambda left=2: "the answer", title="t", answer=answer, left=(0, 4))
    browser = Browser(hidden)
    browser.look()
    loop.run(5)
    assert all("the answer" not in message["frame"]["words"] for message in browser.messages)
    assert "the answer" not in str(browser.messages)
    n = len(browser.messages)
    guess.commit(7)
    loop.run(5)
    assert len(browser.messages) == 2 * n
    assert "the answer" in browser.frame([3])[0]
    assert browser.frame([3])[0] == hidden.update(left=3).words


def test_a_view_that_has_lost_its_frames_gets_them_again(loop):
    _, browser, _, _ = at_rest()
    before = len(browser.messages)
    browser.look(kept=before)
    loop.run(5)
    assert len(browser.messages) == before
    browser.look(kept=0)
    loop.run(5)
    assert browser.places[before:] == browser.places[:before]
    assert browser.messages[before]["wholes"], "nothing is taken to be there"


@pytest.mark.parametrize("off", ["setting", "flag", "later"])
def test_it_can_be_off(loop, monkeypatch, off):
    monkeypatch.setattr(settings, "frames_ahead", off != "setting")
    figure, _calls, _ = make(remembers=off == "flag")
    monkeypatch.setattr(settings, "frames_ahead", off != "later")
    browser = Browser(figure)
    browser.look()
    loop.run(5)
    assert browser.messages == []
    assert bool(figure._view.watched) == (off == "later")


def test_without_an_event_loop_it_is_off():
    figure, calls, _ = make()
    Browser(figure).look()
    figure.update(left=3)
    assert len(calls) == 2


def test_a_frame_that_cannot_be_drawn_is_left_out_and_the_move_tells_why(loop, caplog):
    def show(left, _right):
        if left == 3:
            raise ValueError("not here")

    with caplog.at_level(logging.DEBUG, "lessonlib.live.ahead"):
        figure, browser, _, _line = at_rest(show=show)
    assert [3, 1] not in browser.places
    assert [4, 1] in browser.places
    assert figure._view.error == ""
    assert "not here" in caplog.text
    figure.controls["left"].value = 3
    assert "not here" in figure._view.error


def test_a_warning_is_not_used_up(loop):
    def show(left, _right):
        if left == 3:
            warnings.warn("careful", stacklevel=1)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure, browser, _, _ = at_rest(show=show)
    assert [3, 1] in browser.places
    with pytest.warns(UserWarning, match="careful"):
        figure.update(left=3)


def test_it_keeps_to_its_seconds(loop, monkeypatch):
    monkeypatch.setattr(settings, "SECONDS_AHEAD", 0.0)
    _figure, browser, _, _ = at_rest()
    assert browser.messages == []


def test_it_keeps_to_its_bytes_and_begins_anew_where_they_are_of_no_use(loop, monkeypatch):
    figure, browser, _, _ = at_rest()
    monkeypatch.setattr(settings, "BYTES_AHEAD", figure._ahead._bytes)
    n, first = len(browser.messages), figure._ahead._round
    for left in (3, 4, 2):
        figure.update(left=left)
        loop.run(5)
    assert len(browser.messages) > n
    assert figure._ahead._round > first
    assert figure._ahead._bytes < 1.5 * settings.BYTES_AHEAD


def test_memory_is_bounded_however_long_the_reader_moves(loop, monkeypatch):
    figure, browser, _, _ = at_rest(left=(0.0, 4.0, 0.5))
    monkeypatch.setattr(settings, "BYTES_AHEAD", 2 * figure._ahead._bytes)
    sizes = []
    for i in range(60):
        figure.update(left=0.5 * (5 * i % 9), right=i % 3)
        loop.run(1)
        sizes.append(figure._ahead._bytes)
        assert len(figure._ahead._sent) <= 12
        browser.messages.clear()
    assert max(sizes) < 2.5 * settings.BYTES_AHEAD / 2
    assert min(sizes[30:]) < max(sizes[:30])


def test_a_cell_finds_everything_in_its_place(loop):
    figure, _calls, line = make()
    browser = Browser(figure)
    browser.look()
    loop.run(idle.REST + idle.PAUSE / 2)
    assert list(line.get_ydata()) != [2, 1], "in the midst of it"
    idle._on_cell_start()
    assert list(line.get_ydata()) == [2, 1]
    n = len(browser.messages)
    loop.run(3)
    assert len(browser.messages) == n, "while the cell runs"
    idle._on_cell_end()
    loop.run(3)
    assert len(browser.messages) > n


def test_the_stored_picture_is_that_of_the_controls(loop, monkeypatch):
    monkeypatch.setattr(settings, "stills", "png")  # whatever groups its artists stand in
    figure, _calls, _line = make()
    before = figure.static_html()
    Browser(figure).look()
    loop.run(idle.REST + idle.PAUSE / 2)
    assert figure.static_html() == before


def test_limits_that_move_make_whole_pictures_and_the_browser_gets_the_right_one(loop):
    picture = Figure(figsize=(3, 2))
    axes = picture.subplots()
    (line,) = axes.plot([0, 1], [0, 1])

    def show(top=2, middle=1):
        axes.set_ylim(0, top)
        line.set_ydata([0, middle])
        return f"{middle} of {top}"

    figure = live(picture, show, title="t", top=(1, 3), middle=(0, 2))
    browser = Browser(figure)
    browser.look()
    loop.run(5)
    for top, middle in ((3, 1), (3, 2), (1, 2)):
        kept = browser.frame([top, middle])
        drawn = figure.update(top=top, middle=middle)
        assert figure._view.svg == figure._picture.whole
        assert figure._view.frame["parts"] == drawn.parts
        assert kept is None or kept[0] == drawn.words
        loop.run(5)


def test_a_figure_that_is_no_function_of_its_controls_is_found_out(loop, caplog):
    figure, browser, _, _ = at_rest()
    n = len(browser.messages)
    figure._ahead._hear({"differs": True})
    figure.update(left=4)
    loop.run(5)
    assert len(browser.messages) == n
    assert "no function of its controls" in caplog.text


def test_choices_switches_and_powers_have_their_places(loop):
    picture = Figure(figsize=(3, 2))
    picture.subplots()
    forms = {"kind": ["a", "b"], "is_on": True, "rate": LogRange(0.01, 1.0)}

    def show(kind="a", is_on=True, rate=0.1):
        return f"{kind} {is_on} {rate:.3f}"

    figure = live(picture, show, title="t", **forms)
    assert [trait for _, trait in figure._view.watched] == ["index", "value", "value"]
    browser = Browser(figure)
    browser.look()
    loop.run(5)
    assert browser.places[:3] == [[1, True, 0.1], [0, False, 0.1], [0, True, browser.places[2][2]]]
    assert len(browser.places) == 1 + 1 + 100


def test_a_control_whose_positions_are_not_known_is_left_alone(loop):
    _figure, browser, _, _ = at_rest(right=ipywidgets.IntText(1))
    assert browser.places == [[1, 1], [3, 1], [0, 1], [4, 1]]


def test_a_choice_that_is_none_has_no_place_and_does_no_harm(loop):
    choice = ipywidgets.Dropdown(options=["a", "b"], value=None)
    picture = Figure(figsize=(3, 2))
    picture.subplots()
    figure = live(picture, lambda kind=None: f"kind {kind}", title="t", kind=choice)
    browser = Browser(figure)
    browser.look()
    loop.run(5)
    assert figure._view.frame["at"] == [None]
    assert browser.places == [[0], [1]]
