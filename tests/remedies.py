"""What each remedy would do for a training in lesson 7's playground: it is tried.

Nothing here asks for the playground's own verdict, or for what that rests on. The error is that on
10,000 fresh points, or on as many as one says. The remedies are: to stop earlier, to train ten
times longer, and another learning rate, batch size, hidden width or more data from the start.
"""

from dataclasses import replace

import numpy as np

from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments.lesson7 import BATCH_SIZES, DATASETS, N_STEPS, Setting, load_data
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.stochastic import TrainingRun

N_FRESH = 10_000
WIDTHS = (2, 4, 8, 16, 32, 50)
HELPS, COULD_HELP = 0.9, 0.75  # times the error now: a remedy does something; it does a lot
SMALL = 0.01  # an error with which nobody needs a remedy: a tenth of a unit
RATES = [10 ** (k / 10) for k in range(-30, 1)]


def fresh_points(setting, n_fresh=N_FRESH):
    """Draw fresh points; of Seattle take the days of 2014 that do not validate."""
    if setting.dataset == "seattle":
        return load_data(setting).fresh
    rng = np.random.default_rng(2024)
    return sample_dataset(TRUE_FUNCTIONS[setting.dataset], n_fresh, setting.noise_std, rng)


def start(setting):
    """Begin the training of a setting; it goes where it is asked to."""
    x, y = load_data(setting).points["train"]
    weights = initialize_weights(setting.hidden_width, np.random.default_rng(setting.seed))
    size = len(x) if setting.batch_size == "all" else setting.batch_size
    rng = np.random.default_rng(setting.seed)
    return TrainingRun(weights, x, y, setting.learning_rate, size, rng)


class Remedies:
    """The errors on fresh points that each remedy comes to.

    Each remedy is a method that tries one thing after the other: who asks whether it helps need not
    wait for all of them.

    Parameters
    ----------
    setting : Setting
        With at least one step, and not diverged.
    n_fresh : int
    """

    def __init__(self, setting, n_fresh=N_FRESH):
        self.setting = setting
        self._fresh = fresh_points(setting, n_fresh)
        self._training = start(setting)
        self.now = self.error(self._training.weights_at(setting.step))

    def error(self, weights):
        x, y = self._fresh
        return mean_squared_error(y, forward(weights, x))

    def least(self, name):
        """Return the least error that a remedy comes to."""
        return min(getattr(self, name)(), default=np.inf)

    def helps(self, name, factor):
        """Say whether a remedy comes below so many times the error now."""
        return any(error < factor * self.now for error in getattr(self, name)())

    def _errors(self, training, steps):
        return (self.error(training.weights_at(int(step))) for step in steps)

    def stop(self):
        """Stop earlier."""
        return self._errors(self._training, np.linspace(0, self.setting.step, 26)[:-1])

    def go_on(self):
        """Train up to ten times longer, or to the end of the slider."""
        later = self.setting.step * np.array([1.5, 2, 3, 5, 7, 10])
        return self._errors(self._training, [*later, max(N_STEPS, self.setting.step)])

    def _rates(self, factors):
        for factor in factors:
            rate = self.setting.learning_rate * factor
            training = start(replace(self.setting, learning_rate=rate))
            end = training.weights_at(self.setting.step)
            if training.diverged_at is None:
                yield self.error(end)

    def smaller_rate(self):
        """Take a third or a tenth of the learning rate, for as many steps."""
        return self._rates([1 / 3, 1 / 10])

    def larger_rate(self):
        """Take 3 to 100 times the learning rate, for as many steps."""
        return self._rates([3.0, 10.0, 30.0, 100.0])

    def larger_batch(self):
        """Take all examples at each step, for as many steps."""
        training = start(replace(self.setting, batch_size="all"))
        yield self.error(training.weights_at(self.setting.step))

    def _widths(self, widths, **control):
        for width in widths:
            other = replace(self.setting, hidden_width=width, **control)
            yield from self._errors(start(other), np.linspace(0, N_STEPS, 21)[1:])

    def narrower(self):
        """Take fewer hidden units."""
        return self._widths([width for width in WIDTHS if width < self.setting.hidden_width])

    def wider(self):
        """Take more hidden units."""
        return self._widths([width for width in WIDTHS if width > self.setting.hidden_width])

    def wider_and_faster(self):
        """Take many hidden units and the rate of "just right", on all examples."""
        faster = {"learning_rate": Setting.learning_rate, "batch_size": "all"}
        return self._widths((8, 16, 32), **faster)

    def more_data(self):
        """Take as many examples as the slider has, for as many steps."""
        other = replace(self.setting, n_samples=200)
        if other.n_samples != self.setting.n_samples:
            yield self.error(start(other).weights_at(self.setting.step))

    def all(self):
        """Try them all."""
        return {name: self.least(name) for name in TRIED}


# Which remedies each verdict advises.
ADVICE = {
    "overfits": ("stop", "narrower", "more_data"),
    "gap": ("narrower", "more_data"),
    "thrown": ("smaller_rate",),
    "slow": ("go_on", "larger_rate"),
    "stalls": ("go_on", "larger_rate", "wider", "wider_and_faster"),
    "restless": ("smaller_rate", "larger_batch"),
    "underfits": ("wider",),
}
OF_THE_NETWORK = ("stop", "go_on", "larger_rate", "smaller_rate", "narrower", "wider")
TRIED = (*OF_THE_NETWORK, "wider_and_faster", "larger_batch", "more_data")


def is_right(verdict, remedies):
    """Say whether what a verdict advises helps.

    Where it says that all is well, nothing may help much; and where it says that the training
    stalls, its advice helps, or no control alone does much.
    """
    helps = any(remedies.helps(one, HELPS) for one in ADVICE.get(verdict, ()))
    if verdict not in ("right", "stalls") or helps:
        return helps
    if verdict == "right" and remedies.now <= SMALL:
        return True
    others = (name for name in OF_THE_NETWORK if name not in ADVICE.get(verdict, ()))
    return not any(remedies.helps(name, COULD_HELP) for name in others)


def draw_setting(rng):
    """Draw where the controls of the playground stand."""
    return Setting(
        dataset=str(rng.choice(DATASETS)),
        n_samples=int(rng.integers(20, 201)),
        noise_std=float(rng.choice([0.0, 0.1, 0.2, 0.3, 0.4, 0.5])),
        validation_fraction=float(rng.choice([0.1, 0.2, 0.3, 0.4, 0.5])),
        hidden_width=int(rng.choice([1, 2, 3, 5, 10, 20, 35, 50])),
        learning_rate=float(rng.choice(RATES)),
        batch_size=BATCH_SIZES[int(rng.integers(len(BATCH_SIZES)))],
        seed=int(rng.integers(21)),
        step=int(rng.choice([1, 20, 100, 300, 700, 1200, 2000])),
    )
