"""What each remedy would do for a training in lesson 7's playground: it is tried.

Nothing here asks for the playground's own verdict, or for what that rests on. The error is that on
10,000 fresh points. The remedies are: to stop earlier, to train ten times longer, and another
learning rate, batch size, hidden width or more data from the start.
"""

from dataclasses import replace
from functools import cached_property

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


def fresh_points(setting):
    """Draw fresh points; of Seattle take the days of 2014 that do not validate."""
    if setting.dataset == "seattle":
        return load_data(setting).fresh
    rng = np.random.default_rng(2024)
    return sample_dataset(TRUE_FUNCTIONS[setting.dataset], N_FRESH, setting.noise_std, rng)


def start(setting):
    """Begin the training of a setting; it goes where it is asked to."""
    x, y = load_data(setting).points["train"]
    weights = initialize_weights(setting.hidden_width, np.random.default_rng(setting.seed))
    size = len(x) if setting.batch_size == "all" else setting.batch_size
    rng = np.random.default_rng(setting.seed)
    return TrainingRun(weights, x, y, setting.learning_rate, size, rng)


class Remedies:
    """The least error on fresh points that each remedy comes to.

    Parameters
    ----------
    setting : Setting
        With at least one step, and not diverged.
    """

    def __init__(self, setting):
        self.setting = setting
        self._fresh = fresh_points(setting)
        self._training = start(setting)
        self.now = self.error(self._training.weights_at(setting.step))

    def error(self, weights):
        x, y = self._fresh
        return mean_squared_error(y, forward(weights, x))

    def _least(self, training, steps):
        return min(self.error(training.weights_at(int(step))) for step in steps)

    @cached_property
    def stop(self):
        """Stop earlier."""
        return self._least(self._training, np.linspace(0, self.setting.step, 26)[:-1])

    @cached_property
    def go_on(self):
        """Train up to ten times longer, or to the end of the slider."""
        later = self.setting.step * np.array([1.5, 2, 3, 5, 7, 10])
        return self._least(self._training, [*later, max(N_STEPS, self.setting.step)])

    def _rates(self, factors):
        trainings = [
            start(replace(self.setting, learning_rate=self.setting.learning_rate * f))
            for f in factors
        ]
        ends = [one.weights_at(self.setting.step) for one in trainings]
        sound = [end for end, one in zip(ends, trainings, strict=True) if one.diverged_at is None]
        return min(map(self.error, sound), default=np.inf)

    @cached_property
    def smaller_rate(self):
        """Take a third or a tenth of the learning rate, for as many steps."""
        return self._rates([1 / 3, 1 / 10])

    @cached_property
    def larger_rate(self):
        """Take 3 to 100 times the learning rate, for as many steps."""
        return self._rates([3.0, 10.0, 30.0, 100.0])

    @cached_property
    def larger_batch(self):
        """Take all examples at each step, for as many steps."""
        training = start(replace(self.setting, batch_size="all"))
        return self.error(training.weights_at(self.setting.step))

    def _width(self, width, **control):
        other = replace(self.setting, hidden_width=width, **control)
        return self._least(start(other), np.linspace(0, N_STEPS, 21)[1:])

    @cached_property
    def narrower(self):
        """Take fewer hidden units."""
        widths = [width for width in WIDTHS if width < self.setting.hidden_width]
        return min(map(self._width, widths), default=np.inf)

    @cached_property
    def wider(self):
        """Take more hidden units."""
        widths = [width for width in WIDTHS if width > self.setting.hidden_width]
        return min(map(self._width, widths), default=np.inf)

    @cached_property
    def wider_and_faster(self):
        """Take many hidden units and the rate of "just right", on all examples."""
        faster = {"learning_rate": Setting.learning_rate, "batch_size": "all"}
        return min(self._width(width, **faster) for width in (8, 16, 32))

    @cached_property
    def more_data(self):
        """Take as many examples as the slider has, for as many steps."""
        other = replace(self.setting, n_samples=200)
        if other.n_samples == self.setting.n_samples:
            return np.inf
        return self.error(start(other).weights_at(self.setting.step))

    def all(self):
        """Try them all."""
        return {name: getattr(self, name) for name in TRIED}


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
    helps = any(getattr(remedies, one) < HELPS * remedies.now for one in ADVICE.get(verdict, ()))
    if verdict not in ("right", "stalls") or helps:
        return helps
    if verdict == "right" and remedies.now <= SMALL:
        return True
    return min(getattr(remedies, name) for name in OF_THE_NETWORK) > COULD_HELP * remedies.now


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
