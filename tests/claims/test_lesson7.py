"""Lesson 7: the loop of training, the four networks, the playground's tasks."""

from functools import cache

import numpy as np

from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.experiments import lesson7 as experiments
from lessonlib.experiments.lesson7 import N_TURNS, PRESETS, PROBLEMS, Setting
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.splitting import split_indices
from lessonlib.stochastic import TrainingRun

SIGMA, RATE = 0.3, 0.158
GRID = np.linspace(X_MIN, X_MAX, 200)
TRUTH = TRUE_FUNCTIONS["sine"](GRID)


@cache
def training(seed, hidden_width=10, learning_rate=RATE, batch_size=20):
    """Draw forty noisy points of the sine and a start anew; return the training and the sets."""
    x, y = sample_dataset("sine", 40, SIGMA, np.random.default_rng(seed))
    split = split_indices(40, (0.5, 0.3, 0.2), rng=np.random.default_rng(seed))
    start = initialize_weights(hidden_width, np.random.default_rng(seed))
    rng = np.random.default_rng(seed)
    run = TrainingRun(start, x[split.train], y[split.train], learning_rate, batch_size, rng)
    return run, {name: (x[part], y[part]) for name, part in split._asdict().items()}


def error_on(part, seed, step=2000, **control):
    run, sets = training(seed, **control)
    x, y = sets[part]
    return mean_squared_error(y, forward(run.weights_at(step), x))


def fresh_error(seed, step=2000, **control):
    """Return the error on endless fresh points."""
    run, _ = training(seed, **control)
    return mean_squared_error(TRUTH, forward(run.weights_at(step), GRID)) + SIGMA**2


def test_each_turn_of_the_machine_lowers_the_loss(claim):
    def fall(place):
        problem, step = place
        now = experiments.turn(problem, step)
        return now.loss - now.next_loss

    turns = [(problem, step) for problem in PROBLEMS for step in range(0, N_TURNS + 1, 10)]
    claim.over(turns, fall)
    # Each turn begins where the last one ended, with the same rule for both problems.
    for problem in PROBLEMS:
        now, then = experiments.turn(problem, 5), experiments.turn(problem, 6)
        np.testing.assert_array_equal(then.weights, now.weights - RATE * now.gradient)
        assert now.next_loss == then.loss


def test_just_right_comes_down_to_the_noise(claim):
    claim.batch([1.2 - error_on("train", seed) / SIGMA**2 for seed in claim.seeds], at_least=0.9)
    # On fresh points, three times out of four, less than twice the noise.
    claim.batch([2.0 - fresh_error(seed) / SIGMA**2 for seed in claim.seeds], at_least=0.7)


def test_at_this_rate_batches_of_four_keep_the_error_jumping(claim):
    def rise(seed):
        return error_on("train", seed, batch_size=4) - error_on("train", seed)

    report = claim.batch([rise(seed) for seed in claim.seeds], at_least=0.85)
    assert report.mean > 0.02

    def jumping(seed, rate):
        steps = range(1600, 2001, 20)
        errors = [error_on("train", seed, step, batch_size=4, learning_rate=rate) for step in steps]
        return np.abs(np.diff(errors)).mean()

    # The cause taken away: at a tenth of the rate they hardly jump.
    calmed = [jumping(seed, RATE) / jumping(seed, RATE / 10) - 3 for seed in claim.seeds]
    claim.batch(calmed, at_least=0.9)


def test_smaller_steps_do_not_diverge(claim):
    """What diverges does not at a tenth of the rate, whatever the width and the start."""

    def step_of(seed, rate):
        setting = Setting(hidden_width=3 + 2 * seed, learning_rate=rate, seed=seed, step=500)
        return experiments.run(setting).diverged_at or np.inf

    def effect(seed):
        return 1.0 if step_of(seed, 1.58) < 100 < step_of(seed, 0.0631) else -1.0

    claim.over(range(2, 22), effect, at_least=0.95)
    assert experiments.try_choice(30, 1.0, 500).diverged_at is not None
    assert experiments.try_choice(30, 0.1, 500).diverged_at is None


def test_each_preset_shows_what_its_name_says(claim):
    says = {  # the word itself first: the start that the button gives has to say it
        "too_slow": ("slow", "stalls"),
        "diverges": ("diverged",),
        "overfits": ("overfits", "gap"),
        "underfits": ("underfits", "stalls"),
        "just_right": ("right",),
    }
    assert set(says) == set(PRESETS)
    for name, verdicts in says.items():
        assert run_verdict(**PRESETS[name], step=2000) == verdicts[0]
        own = [
            experiments.run(Setting(**PRESETS[name], seed=seed, step=2000)).verdict in verdicts
            for seed in range(21)
        ]
        claim.batch([2.0 * one - 1 for one in own], at_least=0.55)


def test_stopping_in_time_rescues_this_network_and_half_of_the_others(claim):
    """Redrawn, a stop chosen by validation helps in about half; fewer units help in all."""

    def gain(seed):
        steps = range(20, 2001, 20)
        best = min(steps, key=lambda step: error_on("validation", seed, step, hidden_width=48))
        return fresh_error(seed, hidden_width=48) - fresh_error(seed, best, hidden_width=48)

    report = claim.batch([gain(seed) for seed in claim.seeds], at_least=0.3)
    assert report.share <= 0.7
    narrower = [fresh_error(seed, hidden_width=48) - fresh_error(seed) for seed in claim.seeds]
    claim.batch(narrower, at_least=0.95)
    # This one: the validation error was least where the lesson stops it, and that helps.
    outcome = experiments.run(Setting(**PRESETS["overfits"], step=2000))
    assert outcome.steps[np.argmin(outcome.errors["validation"])] == 160
    assert outcome.errors["fresh"][160 // 20] < 0.7 * outcome.errors["fresh"][-1]


def test_twelve_points_are_a_matter_of_luck(claim):
    """The error of f itself on twelve points is often far from the noise; on 1200 it is not."""
    noise = np.random.default_rng(7).normal(0, SIGMA, (1000, 12))
    off = np.abs((noise**2).mean(axis=1) / SIGMA**2 - 1)
    claim.batch(off - 0.25, at_least=0.5)
    # With a hundred times as many it is gone.
    many = np.random.default_rng(7).normal(0, SIGMA, (200, 1200))
    claim.batch(0.25 - np.abs((many**2).mean(axis=1) / SIGMA**2 - 1), at_least=0.99)
    outcome = experiments.run(Setting(**PRESETS["overfits"], step=160))
    assert outcome.errors["validation"][-1] < SIGMA**2 < outcome.errors["fresh"][-1]
    assert outcome.errors["fresh"].min() > SIGMA**2


def test_each_of_the_three_is_put_right_by_its_control(claim):
    def gain(seed):
        wide, slow = fresh_error(seed, hidden_width=48), fresh_error(seed, learning_rate=0.002)
        return min(wide, slow) - fresh_error(seed)

    claim.batch([gain(seed) for seed in claim.seeds], at_least=0.75)
    far = [training(seed, learning_rate=1.0)[0] for seed in claim.seeds]
    for run in far:
        run.weights_at(2000)
    claim.batch([1.0 if run.diverged_at else -1.0 for run in far], at_least=0.75)


def run_verdict(**controls):
    return experiments.run(Setting(**controls)).verdict


def test_the_tasks_have_the_answers_that_the_notes_say(claim):
    right = {"right"}
    expected = [
        ({"hidden_width": 48, "n_samples": 150, "step": 2000}, right),
        ({"hidden_width": 48, "noise_std": 0.1, "step": 2000}, {"overfits", "gap"}),
        ({"hidden_width": 3, "step": 2000}, {"underfits"}),
        ({"hidden_width": 6, "step": 2000}, right),
        ({"batch_size": 1, "step": 2000}, {"restless"}),
        ({"batch_size": 1, "learning_rate": 0.0501, "step": 2000}, {"slow"}),
        ({"batch_size": 1, "learning_rate": 0.01, "step": 2000}, {"slow"}),
        ({"learning_rate": 1.0, "step": 2000}, {"diverged"}),
        *(
            ({"dataset": "seattle", "n_samples": n, "hidden_width": 1, "step": 2000}, {"underfits"})
            for n in (40, 100, 150, 200)
        ),
        *(
            ({"dataset": "seattle", "n_samples": n, "hidden_width": H, "step": 2000}, right)
            for n in (40, 100, 150, 200)
            for H in ((2,) if n == 40 else (2, 3))
        ),
    ]
    claim.over(expected, lambda one: 1.0 if run_verdict(**one[0]) in one[1] else -1.0)
    assert experiments.run(Setting(learning_rate=0.794, step=2000)).diverged_at is None
