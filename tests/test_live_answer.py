"""What a figure keeps back until the reader has predicted it."""

import pytest
from matplotlib.figure import Figure

from lessonlib.live import Answer, live
from lessonlib.predict import choose


class Asked:
    """The least that a question is."""

    hidden, recall = "not yet", ""

    def __init__(self):
        self.is_settled, self.watchers = False, []

    def when_settled(self, callback):
        self.watchers.append(callback)

    def settle(self, recall=""):
        self.is_settled, self.recall = True, recall
        for watcher in self.watchers:
            watcher()


def make(question, show=None, **conditions):
    figure = Figure(figsize=(3, 2))
    axes = figure.subplots()
    (line,), (other,) = axes.plot([0, 1], [0, 1]), axes.plot([0, 1], [1, 0])

    def plain(height=1):
        line.set_ydata([0, height / 5])
        return f"height {height}"

    answer = Answer(question, [line], **conditions)
    made = live(figure, show or plain, title="t", answer=answer, height=(0, 5))
    return made, line, other


def drawn(figure, artist):
    """Return the group of an artist as the browser has it."""
    id_ = figure._picture.id_of(artist)
    whole = figure._view.svg.split(f'id="{id_}"')[1].split("</g>")[0]
    return figure._view.frame["parts"].get(id_, whole)


def test_the_artists_are_hidden_and_the_words_replaced_until_it_is_settled():
    asked = Asked()
    figure, line, other = make(asked)
    figure.controls["height"].value = 2
    assert (figure.words, line.get_visible(), other.get_visible()) == ("not yet", False, True)
    assert "<path" not in drawn(figure, line)
    asked.settle("You said 3.")
    assert (figure.words, line.get_visible()) == ("height 2 You said 3.", True)
    assert figure._view.frame["words"] == "height 2 You said 3."
    assert "<path" in drawn(figure, line)
    assert figure.update(height=4).words == "height 4 You said 3."


def test_without_a_question_nothing_is_hidden():
    figure, line, _ = make(None)
    assert (figure.words.strip(), line.get_visible()) == ("height 1", True)


def test_a_figure_may_say_nothing():
    def show(height=1):
        return None

    for question, words in ((None, " "), (Asked(), "not yet")):
        figure, _, _ = make(question, show)
        assert figure.words == words


def test_a_condition_says_which_values_show_the_answer():
    figure, line, _ = make(Asked(), when=lambda height: height > 2)
    assert (figure.update(height=2).words.strip(), line.get_visible()) == ("height 2", True)
    assert (figure.update(height=3).words, line.get_visible()) == ("not yet", False)
    assert (figure.update(height=1).words.strip(), line.get_visible()) == ("height 1", True)


def test_the_reminder_has_a_condition_too():
    asked = Asked()
    figure, _, _ = make(asked, recall_when=lambda height: height > 2)
    asked.settle("You said 3.")
    assert figure.update(height=2).words == "height 2"
    assert figure.update(height=3).words == "height 3 You said 3."


def test_what_the_figure_itself_hides_stays_hidden_when_it_is_settled():
    asked = Asked()
    figure, line, _ = make(asked, when=lambda height: height != 2)
    figure.update(height=2)
    line.set_visible(False)
    figure.update(height=3)
    figure.update(height=4)
    asked.settle()
    assert not line.get_visible()


def test_the_figure_may_hide_and_show_its_artists_while_the_answer_is_hidden():
    asked, lines, seen = Asked(), [], []

    def show(height=1):
        if lines:
            seen.append(lines[0].get_visible())
            lines[0].set_visible(height < 4)
        return ""

    figure, line, _ = make(asked, show)
    lines.append(line)
    figure.update(height=5)
    figure.update(height=3)
    assert seen == [True, False], "it sees what it set, not that the answer is hidden"
    figure.update(height=5)
    asked.settle()
    assert not line.get_visible()
    figure.update(height=3)
    assert line.get_visible()


def test_an_error_does_not_lift_the_curtain():
    def show(height=1):
        return 1 / (height - 5) and "fine"

    figure, line, _ = make(Asked(), show)
    with pytest.raises(ZeroDivisionError):
        figure.update(height=5)
    assert not line.get_visible()


def test_a_prediction_is_such_a_question():
    guess = choose("up", "down")
    figure, line, _ = make(guess)
    assert figure.words == "The answer is hidden until you commit your prediction above."
    guess.commit("up")
    assert figure.words == "height 1 You predicted: up."
    assert line.get_visible()


def test_who_declines_to_predict_is_reminded_of_nothing():
    guess = choose("up", "down")
    figure, _, _ = make(guess)
    guess.decline()
    assert figure.words.strip() == "height 1"
