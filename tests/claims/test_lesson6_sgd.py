"""What lesson 6 says of stochastic gradient descent, of batch sizes and of learning rates."""

from functools import cache
from time import process_time

import numpy as np
from penguin_draws import fit, redraw

from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import cross_entropy_gradient, train_sgd

SIZES = tuple(experiments.OWN_RATES)
NEAR = 1.1  # times the least loss
SEVERAL = range(20)


def gradients(w, x, y):
    """Return the gradient of each example's loss, of shape (n, 3)."""
    rows = np.column_stack([x, np.ones(len(x))])
    return (sigmoid(rows @ w) - y)[:, None] * rows


def batch_gradients(each, size, rng, n_batches=300):
    chosen = np.argsort(rng.random((n_batches, len(each))), axis=1)[:, :size]
    return each[chosen].mean(axis=1)


def test_a_few_tell_roughly_the_way(claim):
    """On the way down, to the right half: the angle to the gradient of all is small."""

    def effect(rng):
        (x, y), _ = redraw(rng)
        each = gradients(rng.normal(size=3), x, y)
        full = each.mean(axis=0)

        def agreement(size):
            some = batch_gradients(each, size, rng)
            cosines = some @ full / np.linalg.norm(some, axis=1) / np.linalg.norm(full)
            return np.quantile(cosines, 0.1)

        return min(agreement(16) - 0.7, agreement(16) - agreement(1))

    claim.over_draws(effect)


def test_a_batch_strays_with_one_over_root_b(claim):
    def effect(rng):
        (x, y), _ = redraw(rng)
        each = gradients(rng.normal(size=3), x, y)
        full = each.mean(axis=0)
        one, sixteen = (
            np.sqrt(np.mean(np.sum((batch_gradients(each, size, rng) - full) ** 2, axis=1)))
            for size in (1, 16)
        )
        return 0.06 - abs(sixteen / one - 0.25)

    claim.over_draws(effect)


def test_sixteen_for_the_price_of_one(claim):
    (x, y), w = experiments.train_set(), np.zeros(3)

    def seconds(do):
        begin = process_time()
        do()
        return process_time() - begin

    def step(size):
        rows, labels = x[:size], y[:size]
        return lambda: [cross_entropy_gradient(w, rows, labels) for _ in range(100)]

    def effect(_):
        one, sixteen = (min(seconds(step(size)) for _ in range(7)) for size in (1, 16))
        of_one, of_sixteen = (experiments.seconds_of_training(size) for size in (1, 16))
        return min(1.5 - sixteen / one, of_one / of_sixteen - 4)

    claim.over(range(3), effect)


def walks(size, rate):
    return [experiments.walk_downhill(size, rate, seed) for seed in SEVERAL]


def test_at_one_rate_more_steps_go_farther(claim):
    """At α = 0.1, where ten steps of each are about equally far."""
    ones, sixteens, alls = (walks(size, 0.1) for size in SIZES)
    ends = np.array([[walk.losses[-1] for walk in of] for of in (ones, sixteens, alls)])
    claim.batch(np.log(ends[1:] / ends[:-1]).min(axis=0) - 0.3, at_least=1.0)
    tens = np.array([[walk.losses[10] for walk in of] for of in (ones, sixteens, alls)])
    claim.batch(0.25 - np.ptp(np.log(tens), axis=0))


def test_each_with_its_own_rate_ends_alike(claim):
    ends = np.array(
        [[walk.losses[-1] for walk in walks(*own)] for own in experiments.OWN_RATES.items()]
    )
    apart = ends.max(axis=0) / ends.min(axis=0) - 1
    claim.batch(0.1 - apart, at_least=0.95)
    claim.batch(0.05 - apart, at_least=0.8)
    for size, rate in experiments.OWN_RATES.items():
        assert mean_end(size, rate) < 1.02 * min(mean_end(size, other) for other in RATES)
    rates = list(experiments.OWN_RATES.values())
    assert rates == sorted(rates), "larger batches bear longer steps"


RATES = tuple(np.geomspace(0.02, 50, 24).round(3).tolist())


@cache
def mean_end(size, rate):
    """Return the loss after ten epochs, the mean of two walks."""
    seeds = range(2 if size < SIZES[-1] else 1)
    return np.mean([experiments.walk_downhill(size, rate, seed).losses[-1] for seed in seeds])


def test_all_at_once_needs_a_well_met_rate(claim):
    def factor(size):
        """Return how far apart learning rates may be that end within a tenth of the best."""
        ends = np.array([mean_end(size, rate) for rate in RATES])
        good = np.array(RATES)[ends < NEAR * ends.min()]
        return good.max() / good.min()

    assert factor(SIZES[-1]) < 3
    claim.over(SIZES[:-1], lambda size: factor(size) - 9)


def test_in_steps_all_at_once_is_first(claim):
    least = experiments.lowest_place()[1]
    steps, epochs = {}, {}
    for size, rate in experiments.OWN_RATES.items():
        of = walks(size, rate)
        firsts = [int(np.argmax(walk.losses < NEAR * least)) for walk in of]
        assert all(firsts)
        steps[size] = np.array(firsts)
        epochs[size] = np.array([w.epochs[i] for w, i in zip(of, firsts, strict=True)])
    assert (steps[164] == 2).all()
    assert np.abs(np.median(steps[16]) - 30) < 5
    assert np.abs(np.median(steps[1]) - 300) < 40
    claim.batch(np.minimum(steps[16] / steps[164], steps[1] / steps[16]) - 5, at_least=1.0)
    claim.batch([4 - one for of in epochs.values() for one in of], at_least=1.0)


def test_more_penguins_need_no_more_steps(claim):
    """A hundred times as many, drawn anew from those that there are."""
    x, y = experiments.train_set()
    start, near = np.array(experiments.WALK_START), NEAR * experiments.lowest_place()[1]
    here = cross_entropy_gradient(start, x[:, :1], y)

    def effect(rng):
        chosen = rng.integers(0, len(y), 100 * len(y))
        many, labels = x[chosen, :1], y[chosen]
        there = cross_entropy_gradient(start, many, labels)
        change = np.linalg.norm(there - here) / np.linalg.norm(here)
        run = train_sgd(start, many, labels, experiments.OWN_RATES[16], 16, 1, rng)
        first = int(np.argmax(experiments.loss_of_bill(run.history[:100]) < near))
        assert len(run.batches) == 1025
        return min(0.05 - change, 60 - first if first else -1)

    claim.over_draws(effect)


def test_each_penguin_pulls_its_own_way(claim):
    """Begin at the lowest place and see how far one epoch leads away from it."""

    def effect(rng):
        (x, y), _ = redraw(rng)
        best, left = fit(x, y)
        each = np.linalg.norm(gradients(best, x, y), axis=1)
        assert left < 1e-6 < 0.1 < np.sqrt(np.mean(each**2))

        def away(size, rate):
            history = train_sgd(best, x, y, rate, size, 3, rng).history
            return np.sqrt(np.mean(np.sum((history - best) ** 2, axis=1)))

        assert away(len(y), 1.0) < 1e-6, "all together it stays where it is"
        long = away(1, 1.0)
        return min(long / away(1, 0.1), long / away(16, 1.0)) - 1.5

    claim.over_draws(effect)


def test_flipped_labels_teach_doubt(claim):
    def effect(rng):
        (x, y), _ = redraw(rng)
        flipped = y.copy()
        chosen = rng.permutation(len(y))[: round(0.3 * len(y))]
        flipped[chosen] = 1 - flipped[chosen]
        sure, doubting = (np.linalg.norm(fit(x, labels)[0][:2]) for labels in (y, flipped))
        return 0.5 - doubting / sure

    claim.over_draws(effect)


def test_too_long_steps_bounce(claim):
    """Where a training is said to bounce, a shorter step on the same batches does not."""
    settings = [
        (rate, size, n_epochs)
        for rate in (10.0, 30.0, 100.0)
        for size in (1, 4, 16, 64)
        for n_epochs in (10, 20)
    ]
    bouncing = [one for one in settings if experiments.train_on_penguins(*one).verdict == "bounces"]
    assert len(bouncing) > 8

    def effect(setting):
        rate, *rest = setting
        losses = experiments.train_on_penguins(*setting).result.epoch_losses
        rises = np.max(losses[1:] / np.minimum.accumulate(losses)[:-1]) - 1.3
        calm = experiments.train_on_penguins(rate / 100, *rest).verdict != "bounces"
        return rises if calm else -1.0

    claim.over(bouncing, effect, at_least=0.95)
