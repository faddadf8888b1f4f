"""What a reader is told: evidence in their own notation, facts before guesses, pictures."""

import functools
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import lessonlib.exercises
from lessonlib.exercises import Exercise, Mistake, all_exercises, case, check
from lessonlib.exercises.chance import uneven
from lessonlib.exercises.comparing import plain, same, settled
from lessonlib.exercises.judging import judge
from lessonlib.exercises.notation import call, code, show
from lessonlib.exercises.raised import describe_error, normalized
from lessonlib.exercises.verdict import describe
from lessonlib.exercises.watching import overflows
from lessonlib.exercises.written import is_untouched, names_used, unused_parameters

EXERCISES = all_exercises()


def said(name, function):
    return repr(describe(EXERCISES[name], judge(EXERCISES[name], function, trusted=True)))


# Evidence -----------------------------------------------------------------------------------------


def test_a_named_message_shows_the_first_case_that_fails_as_code():
    text = said("mse_loss", lambda y, y_pred: np.sum((y - y_pred) ** 2))
    assert "You add up the squares" in text
    assert "mse_loss(np.array([1.0, 2.0]), np.array([1.0, 4.0]))" in text
    assert "Expected: 2.0\nGot: 4.0" in text
    assert "Right in 1 of 6 cases." in text


@pytest.mark.parametrize("name", EXERCISES)
def test_the_code_of_each_case_makes_its_arguments(name):
    exercise = EXERCISES[name]
    for number, arguments in enumerate(exercise.cases()):
        space, seen = {"np": np, "case": case}, []
        space[name] = lambda *given, seen=seen: seen.extend(given)
        exec("\n".join(call(name, exercise.parameters, arguments, number)), space)
        for one, other in zip(arguments, seen, strict=True):
            if isinstance(one, np.random.Generator):
                assert one.bit_generator.state == other.bit_generator.state
            elif not callable(one):
                np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_shown_is_short(name):
    exercise = replace(EXERCISES[name], not_to_call=())
    for function in [one.function for one in exercise.mistakes]:
        lines = repr(describe(exercise, judge(exercise, function, trusted=True))).splitlines()
        assert len(lines) <= 20
        assert max(len(line) for line in lines[2:]) <= 420, lines


def test_of_long_arrays_only_what_differs_is_set_out():
    def boundary_height(weights, x1):
        w1, w2, b = weights
        result = -(w1 * x1 + b) / w2
        if len(x1) == 6:
            result[3] += 1
        return result

    text = said("boundary_height", boundary_height)
    assert "Right in 4 of 5 cases." in text

    def sigmoid_slope(activation):
        result = activation * (1 - activation)
        if result.size == 10:
            result[3] = 5.0
        return result

    text = said("sigmoid_slope", sigmoid_slope)
    assert "1 of 10 numbers differ (shape (10,)). Most of all:" in text
    assert re.search(r"At \[3\]: expected 0\.\d+, got 5\.0", text)
    text = said("bump", lambda x, left, right, height, steepness: x * left / right)
    assert text.index("At [12]: expected 2.0612e-09, got -3.0") < text.index("At [0]")


def test_the_line_of_an_error_is_shown():
    def mse_loss(y, y_pred):
        n = len(y)
        return sum(y - y_pred) / n.count(0)

    text = said("mse_loss", mse_loss)
    assert "AttributeError: 'int' object has no attribute 'count'" in text.splitlines()
    assert "    return sum(y - y_pred) / n.count(0)" in text


def test_truth_values_and_whole_numbers_are_shown_as_such():
    assert show(np.array([True, False])) == "[True, False]"
    assert show(np.array([3, 4])) == "[3, 4]"
    assert show(np.array([0.5, 1.0])) == "[0.5, 1.0]"
    assert show((np.array(True), np.array(2.0))) == "(True, 2.0)"
    assert show(np.arange(12.0)) == "[0.0, 1.0, 2.0, ...] of shape (12,)"
    assert code(np.random.default_rng(5)) == "np.random.default_rng(5)"


class MuteError(Exception):
    def __str__(self):
        raise RuntimeError("no")


def test_an_error_is_told_whatever_it_is():
    def function():
        raise MuteError

    try:
        function()
    except MuteError as error:
        told = describe_error(error)
    assert (told.type, told.text, told.line) == ("MuteError", "", "raise MuteError")


def test_errors_of_one_mistake_written_in_two_ways_are_alike():
    a, b = np.ones((4, 3)), np.ones(4)
    texts = []
    for product in (np.matmul, np.dot):
        with pytest.raises(ValueError, match="4") as caught:
            product(a, b)
        texts.append(normalized(str(caught.value)))
    assert texts[0] == texts[1] == "product 3 4"
    shapes = "operands could not be broadcast together with shapes (3,) (4,) "
    assert normalized(shapes) == normalized(shapes.replace("(3,) (4,)", "(4,) (3,)"))


# Facts --------------------------------------------------------------------------------------------


def forward_pass_table(x, w, b, v, c):
    return np.ones((len(x), len(x))) * x + (w * b * v).sum() * c


FACTS = {
    "no_return": ("mse_loss", lambda y, y_pred: [].clear()),
    "uncalled": ("mse_loss", lambda y, y_pred: (y - y_pred).mean),
    "text": ("mse_loss", lambda y, y_pred: f"{np.mean((y - y_pred) ** 2)}"),
    "no_number": ("mse_loss", lambda y, y_pred: object()),
    "signature": ("mse_loss", lambda y: 0),
    "truth_of_an_array": ("mse_loss", lambda y, y_pred: 1 if y > y_pred else 0),
    "trailing_comma": ("mse_loss", lambda y, y_pred: (np.mean((y - y_pred) ** 2),)),
    "constant": ("mse_loss", lambda y, y_pred: 0.125),
    "argument_back": ("boundary_height", lambda weights, x1: x1),
    "table": ("forward_pass", forward_pass_table),
    "transposed": ("sigmoid_slope", lambda a: (a * (1 - a)).T if a.ndim > 1 else a - a * a),
    "only_shape": ("boundary_height", lambda w, x: (-(w[0] * x + w[2]) / w[1])[:, None]),
    "shape": ("boundary_height", lambda w, x: np.append(x, w[0])),
    "not_finite": ("boundary_height", lambda w, x: np.log(-np.abs(x) - 1.0) * w[0]),
    "order": ("boundary_height", lambda w, x: (-(w[0] * x + w[2]) / w[1])[::-1]),
    "sign": ("largest_rate", lambda a: -2 / np.linalg.eigvalsh(a).max()),
    "factor": ("boundary_height", lambda w, x: -3 * (w[0] * x + w[2]) / w[1]),
    "offset": ("boundary_height", lambda w, x: 1 - (w[0] * x + w[2]) / w[1]),
    "unused": ("bump", lambda x, left, right, height, steepness: x * left - height),
    "without_effect": ("one_step", lambda gradient, w, a: w + a - a - 0.1 * gradient(w)),
    "number_of_results": ("honest_report", lambda v, t: (1, 2.0, 3)),
    "not_to_call": ("backpropagate", lambda weights, x, y: mse_gradient(weights, x, y)),  # noqa: F821
}


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.filterwarnings("ignore")
def test_each_fact_is_seen(fact):
    name, function = FACTS[fact]
    exercise = EXERCISES[name]
    bare = replace(exercise, mistakes=())
    judgement = judge(bare, function, trusted=True)
    assert judgement.look is not None
    assert judgement.look.name == fact
    is_first = judgement.number == min(judgement.failed, default=-1)
    said = "The first case that fails:" if is_first else "A case that fails, and shows it well:"
    assert said in repr(describe(bare, judgement)) or judgement.number < 0


def test_an_argument_is_called_useless_only_if_nothing_depends_on_it():
    def tolerance_accuracy(y, y_pred, tolerance):
        return np.mean(np.abs(y - y_pred) < 0 * tolerance + 0.5) + 0 * y.sum()

    text = said("tolerance_accuracy", tolerance_accuracy)
    assert "These arguments have no effect on what you return: tolerance. The check" in text

    def tolerance_or_half(y, y_pred, tolerance):
        return np.mean(np.abs(y - y_pred) < min(tolerance, 0.5))

    assert "no effect" not in said("tolerance_accuracy", tolerance_or_half)

    def all_at_once(x, w, b, v, c):
        return np.tanh(x) + 0 * (w @ v + b.sum() + c)

    assert "no effect on what you return: w, b, v, c." in said("forward_pass", all_at_once)


def test_right_numbers_are_called_neither_shuffled_nor_shifted():
    """Of an answer that only overflows on the way."""
    judgement = judge(EXERCISES["stable_sigmoid"], lambda z: 1 - 1 / (1 + np.exp(z)), trusted=True)
    assert judgement.kind == "wrong"
    assert judgement.look is None


def test_numbers_of_any_size_are_compared_without_a_warning():
    def unlike(z):
        return np.where(z < 0, np.exp(np.minimum(-z, 500)), 1.0)

    judgement = judge(EXERCISES["stable_sigmoid"], unlike, trusted=True)
    assert judgement.kind == "wrong"


def vars_of(exercise):
    return {name: getattr(exercise, name) for name in exercise.__dataclass_fields__}


def test_a_number_that_is_returned_as_it_came_is_told():
    assert "What you return is hidden_width, as it came in" in said("parameter_count", lambda h: h)


def test_true_for_false_is_no_offset():
    bare = replace(EXERCISES["gradient_is_right"], mistakes=())
    judgement = judge(bare, lambda f, g, w: bool(np.any(f(w) + g(w))))
    assert (judgement.kind, judgement.look.name) == ("wrong", "without_effect")


def test_printing_instead_of_returning_is_told(capsys):
    text = repr(check(lambda y, y_pred: print(np.mean((y - y_pred) ** 2)), "mse_loss"))
    assert "print shows a value to you; return hands it" in text
    assert capsys.readouterr().out != ""


def test_changing_an_argument_is_told_with_its_name():
    def largest_rate(hessian):
        rate = 2 / np.linalg.eigvalsh(hessian).max()
        hessian -= 1
        return rate

    assert "It changes hessian" in said("largest_rate", largest_rate)


def test_changing_an_argument_is_told_where_another_case_fails_first():
    def auc_by_ranking(y, score):
        score.sort()  # changes nothing of the first case, in which all scores are equal
        return np.mean(score[y == 1][:, None] > score[y == 0])

    text = said("auc_by_ranking", auc_by_ranking)
    assert "It changes score" in text
    assert "The argument score is no longer what it was." in text


def test_each_fact_has_its_sentence_and_each_sentence_its_fact():
    library = Path(lessonlib.exercises.__file__).parent
    code = "".join(path.read_text("utf-8") for path in library.glob("*.py"))
    sentences = (library.parent / "words" / "en" / "exercises.toml").read_text("utf-8")
    there = set(re.findall(r"^symptom_(\w+) =", sentences, re.MULTILINE))
    assert {fact for fact in there if f'"{fact}"' not in code} == set()
    looks = re.findall(r"Look\(\s*([^,]+),", code)
    assert {fact for one in looks for fact in re.findall(r'"(\w+)"', one)} <= there
    assert there >= set(FACTS)


def test_more_calls_than_the_task_allows_are_told():
    def measured_gradient(function, weights, nudge):
        function(weights)
        e = nudge * np.eye(len(weights))
        return [(function(weights + d) - function(weights - d)) / (2 * nudge) for d in e]

    text = said("measured_gradient", measured_gradient)
    assert "function was called more than 6 times" in text
    assert "Right in 5 of 6 cases." in text


# Right is right -----------------------------------------------------------------------------------


def mean_square(y, y_pred):
    return np.mean((np.asarray(y) - np.asarray(y_pred)) ** 2)


@pytest.mark.parametrize(
    "change",
    [float, np.float32, np.array, lambda v: np.array([v]), lambda v: [v], lambda v: [[v]]],
)
def test_a_number_of_any_kind_is_right(change):
    assert judge(EXERCISES["mse_loss"], lambda y, t: change(mean_square(y, t))).kind == "passed"


@pytest.mark.parametrize("kind", [list, tuple, iter, np.array, lambda v: (one for one in v)])
def test_a_sequence_of_any_kind_is_right(kind):
    def boundary_height(w, x):
        return kind([float(-(w[0] * one + w[2]) / w[1]) for one in x])

    assert judge(EXERCISES["boundary_height"], boundary_height).kind == "passed"


class Callable:
    def __call__(self, y, y_pred):
        return mean_square(y, y_pred)


def decorated(function):
    def wrapper(*arguments):
        return function(*arguments)

    return wrapper


def test_a_function_is_found_by_the_name_it_has_where_check_is_called():
    mse_loss = lambda y, y_pred: mean_square(y, y_pred)  # noqa: E731
    assert check(mse_loss).kind == "passed"
    mse_loss = functools.partial(lambda scale, y, t: scale * mean_square(y, t), 1.0)
    assert check(mse_loss).kind == "passed"
    mse_loss = Callable()
    assert check(mse_loss).kind == "passed"
    mse_loss = decorated(mean_square)
    assert check(mse_loss).kind == "passed"


def test_a_function_may_be_checked_by_name():
    assert check(mean_square, "mse_loss").kind == "passed"
    assert check(Callable(), name="mse_loss").kind == "passed"
    assert "check(my_function, 'split_three_ways')" in repr(check(Callable()))
    assert check(mean_square, "nothing").kind == "unknown"
    assert check(mean_square, []).kind == "unknown"


def test_values_are_compared_by_what_they_hold():
    assert same(plain([1, 2]), plain((1.0, 2.0)), 1e-5)
    assert same(plain(((1, 2), (3, 4))), plain(np.array([[1.0, 2.0], [3.0, 4.0]])), 1e-5)
    assert not same(plain(((1, 2), (3,))), plain(np.array([[1.0, 2.0], [3.0, 4.0]])), 1e-5)
    assert same(plain(i for i in (1, 2)), plain(np.array([1.0, 2.0])), 1e-5)
    assert not same(plain("1"), plain(1), 1e-5)
    assert not same(plain(["1"]), plain([1]), 1e-5)
    assert not same(plain(None), plain(np.nan), 1e-5)
    assert not same(plain((1.0,)), plain(1.0), 1e-5)
    assert plain(object()) == "<object>"
    assert settled(i for i in range(2)) == [0, 1]
    assert settled({"a": 1}.values()) == [1]


# Overflow, without the warnings of NumPy ----------------------------------------------------------


NAIVE = {
    "formula": lambda z: 1 / (1 + np.exp(-z)),
    "loop": lambda z: [1 / (1 + np.exp(-one)) for one in z],
    "where": lambda z: np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))),
    "masks": lambda z: np.concatenate([1 / (1 + np.exp(-z[z < 0])), 1 / (1 + np.exp(-z[z >= 0]))]),
}


@pytest.mark.parametrize("name", NAIVE)
@pytest.mark.filterwarnings("ignore")
def test_overflow_is_seen_in_the_values(name):
    assert overflows(NAIVE[name], (np.array([-1000.0, 1.0]),))
    assert not overflows(NAIVE[name], (np.array([-1.0, 1.0]),))


def test_overflow_is_judged_alike_where_numpy_gives_no_warnings():
    naive, stable = NAIVE["where"], lambda z: np.exp(-np.logaddexp(0, -z))
    with np.errstate(all="ignore"):
        assert judge(EXERCISES["stable_sigmoid"], naive).mistake == "both_sides"
        assert judge(EXERCISES["stable_sigmoid"], stable).kind == "passed"


@pytest.mark.filterwarnings("ignore")
def test_a_warning_of_numpy_makes_no_answer_wrong():
    def precision_and_recall(y, y_class):
        tp = np.sum(y * y_class)
        return np.nan_to_num(tp / y_class.sum()), np.nan_to_num(tp / y.sum())

    assert judge(EXERCISES["precision_and_recall"], precision_and_recall).kind == "passed"


# What was written, without running it -------------------------------------------------------------


def test_unused_parameters_are_found_in_the_code():
    def function(a, b, c, d=3):
        b = 2
        return [a + one for one in range(b)], lambda: c

    assert unused_parameters(function, ("a", "b", "c")) == []

    def forgetful(a, b, c):
        c = a
        return c

    assert unused_parameters(forgetful, ("a", "b", "c")) == ["b"]
    assert unused_parameters(lambda a, b: locals(), ("a", "b")) == []
    assert "mean" in names_used(lambda a: [np.mean(one) for one in a])


# A class as an exercise ---------------------------------------------------------------------------


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def total(self):
        return self.a + self.b


class Difference(Pair):
    def total(self):
        return self.a - self.b


class EmptyPair:
    """A pair."""

    def total(self):
        """Return the sum."""
        ...


PAIR = Exercise(
    name="Pair",
    lesson=1,
    reference=Pair,
    answer=Pair,
    make_cases=lambda rng: [(1, 2), (3, 4), (2.5, -1.0)],
    use=lambda Pair, a, b: Pair(a, b).total(),
    mistakes=(Mistake("difference", Difference),),
)


def test_an_exercise_may_be_a_class():
    assert judge(PAIR, Pair).kind == "passed"
    assert judge(PAIR, EmptyPair).kind == "not_attempted"
    assert judge(PAIR, Difference).mistake == "difference"

    class Unfinished(Pair):
        def total(self):
            return self.a + self.c

    judgement = judge(PAIR, Unfinished)
    assert judgement.kind == "error"
    assert judgement.got[0].value.line == "return self.a + self.c"
    assert PAIR.parameters == ("a", "b")

    class Empty(Pair):
        total = None

    assert judge(PAIR, Empty).got[0].value.type == "TypeError"
    assert is_untouched(EmptyPair)


# Chance -------------------------------------------------------------------------------------------


def test_even_and_uneven_orders_are_told_apart():
    rng = np.random.default_rng(0)
    orders = [rng.permutation(10) for _ in range(60)]
    assert uneven(orders) == ""
    assert uneven([np.roll(np.arange(10), rng.integers(10)) for _ in range(60)]) == "uneven"
    rolled = [np.roll(np.arange(10), i) for i in range(20)]
    assert uneven(orders[:40] + rolled) == "uneven"
    assert uneven([np.append(rng.permutation(9), 9) for _ in range(60)]) == "uneven"


# Pictures -----------------------------------------------------------------------------------------

DRAWN = {
    "stable_sigmoid": lambda z: np.tanh(z),
    "forward_pass": lambda x, w, b, v, c: x * 0 + c,
    "bump": lambda x, left, right, height, steepness: height / (1 + np.exp(steepness * x)),
    "boundary_height": lambda weights, x1: x1 + weights[0],
    "descend": lambda g, w, rate, n: np.array([w + i for i in range(n + 1)]),
    "split_three_ways": lambda n, rng: (range(n // 2), range(n // 3), range(n // 4)),
    "deal_batches": lambda n, size, epochs, rng: [range(size)] * epochs,
}


@pytest.mark.parametrize("name", DRAWN)
def test_verdicts_are_drawn_with_their_words(name):
    verdict = describe(EXERCISES[name], judge(EXERCISES[name], DRAWN[name]))
    assert "Picture: " in repr(verdict)
    shown = verdict._repr_mimebundle_()["text/html"]
    label = re.search(r'<svg role="img" aria-label="([^"]+)"', shown)
    assert label is not None
    assert "Picture: " in label.group(1)
    assert "currentColor" in shown
    assert "#010203" not in shown
    assert len(shown) < 60_000


def test_of_several_results_and_facts_only_those_that_are_wrong_are_shown():
    text = said("honest_report", lambda validation, test: (np.argmin(validation), test.min()))
    assert "index:" not in text
    assert re.search("error:\nExpected: .+\nGot: ", text)
    text = said("split_three_ways", lambda n, rng: np.array_split(rng.permutation(n), 3))
    assert "about 60 %, 20 % and 20 %: False, should be True" in text
    assert "no example twice" not in text
    text = said("mse_loss", lambda y, y_pred: (y - y_pred) ** 2)
    assert "Expected: 0.0, one number\nGot: [0.0, 0.0], shape (2,)" in text


def test_curves_that_look_the_same_are_not_drawn():
    verdict = describe(EXERCISES["stable_sigmoid"], judge(EXERCISES["stable_sigmoid"], naive))
    assert verdict.kind == "mistake"
    assert verdict.picture is None


def naive(z):
    return 1 / (1 + np.exp(-z))


def test_what_cannot_be_drawn_is_told_without_a_picture():
    verdict = describe(EXERCISES["bump"], judge(EXERCISES["bump"], lambda x, *_: "text"))
    assert verdict.picture is None
    assert "<svg" not in verdict._repr_mimebundle_()["text/html"]


WITHOUT_A_PICTURE = """
import sys
from lessonlib.exercises import check
check(lambda x, left, right, height, steepness: x, "bump")
assert "matplotlib" not in sys.modules
"""


def test_matplotlib_is_loaded_only_when_a_picture_is_shown():
    subprocess.run([sys.executable, "-c", WITHOUT_A_PICTURE], check=True)


def test_orders_that_are_equally_likely_are_never_called_uneven():
    rng, in_order = np.random.default_rng(1), np.tile(np.arange(10), (60, 1))
    assert [i for i in range(3000) if uneven(rng.permuted(in_order, axis=1))] == []


def test_what_is_wrong_only_with_some_seeds_is_told_and_raises_nothing():
    def split_three_ways(n_samples, rng):
        order = rng.permutation(n_samples)
        if n_samples == 10:  # which no case has
            order = order[rng.integers(3) :]
        a, b = round(0.6 * n_samples), round(0.8 * n_samples)
        return order[:a], order[a:b], order[b:]

    assert "With other seeds, what you return is not" in said("split_three_ways", split_three_ways)


def test_text_that_looks_like_the_right_number_is_told_from_it():
    def honest_report(validation_errors, test_errors):
        best = np.argmin(validation_errors)
        return str(best), test_errors[best]

    assert "Expected: 0\nGot: '0'" in said("honest_report", honest_report)


def test_what_became_infinite_on_the_way_is_told_where_only_facts_count():
    def cross_entropy(y, probability):
        with np.errstate(divide="ignore"):
            surprise = -np.log(np.where(y == 1, probability, 1 - probability))
        return np.minimum(surprise, -np.log(1e-15)).mean()

    text = said("cross_entropy", cross_entropy)
    assert re.search(r"Returned: 11.97\d*, but on the way a number became infinite", text)
