"""What lesson 4 says of training the network: its curvatures, its learning rates, its steps."""

from functools import cache
from typing import NamedTuple

import numpy as np

from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments import lesson4 as experiments
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.sweeps import mse_hessian, train_many
from lessonlib.training import train

RIGHT, WRONG = 1.0, -1.0
WIDTHS = (5, 10, 20)
SHARES = np.array([0.1, 0.25, 0.5, 0.8, 1.2, 2.0, 4.0])  # of the limit


@cache
def draw_problem(seed, width=10, noise_std=0.15, n_samples=200):
    """Draw a start and new measurements."""
    rng = np.random.default_rng(seed)
    x, y = sample_dataset("sine", n_samples, noise_std, rng)
    return initialize_weights(width, rng), x, y


class Trained(NamedTuple):
    limit: float
    losses: np.ndarray  # a column for each of SHARES


@cache
def train_at_shares(seed, width=10):
    problem = draw_problem(seed, width, n_samples=50)
    limit = 2 / np.linalg.eigvalsh(mse_hessian(*problem))[-1]
    return Trained(limit, train_many(*problem, SHARES * limit, 200))


def column(share):
    return list(SHARES).index(share)


def largest_curvatures(seed, width):
    """Return the largest curvature, and that of the same network with its sum divided by √H."""
    hessian = mse_hessian(*draw_problem(seed, width))
    scale = np.ones(len(hessian))
    scale[2 * width : -1] = width**-0.5  # ∂/∂u of v = u / √H
    shared = scale[:, None] * hessian * scale
    return [np.linalg.eigvalsh(matrix)[-1] for matrix in (hessian, shared)]


def test_every_unit_adds_curvature(claim):
    def growth(seed):
        return np.array(largest_curvatures(seed, 50)) / largest_curvatures(seed, 10)

    grown = np.array([growth(seed) for seed in claim.seeds])
    claim.batch(grown[:, 0] - 2, at_least=1.0)
    # Divided by √H the units no longer add up, and the limit stays.
    claim.batch(0.3 - np.abs(grown[:, 1] - 1), at_least=1.0)


def test_half_of_the_limit_is_safe(claim):
    for width in WIDTHS:
        falls = [
            experiments.falls_throughout(train_at_shares(seed, width).losses)[column(0.5)]
            for seed in claim.seeds
        ]
        claim.batch(np.where(falls, RIGHT, WRONG), at_least=0.95)


def test_a_little_beyond_is_often_faster(claim):
    def faster(seed):
        last = train_at_shares(seed).losses[-1]
        return np.log(last[column(0.5)] / min(last[column(1.2)], 1e6))

    report = claim.batch([faster(seed) for seed in claim.seeds], at_least=0.6)
    # And a gamble: at twice the limit some end far lower and some far higher.
    twice = [
        np.log(
            train_at_shares(s).losses[-1, column(0.5)] / train_at_shares(s).losses[-1, column(2.0)]
        )
        for s in claim.seeds
    ]
    assert min(twice) < -0.7
    assert report.mean > 0.1


def test_beyond_the_limit_a_training_may_come_back(claim):
    def comes_back(seed):
        losses = train_at_shares(seed).losses[:, column(1.2)]
        jumps = experiments.rises(losses).any()
        return np.log(losses[0] / losses[-1]) if jumps and np.isfinite(losses[-1]) else WRONG

    claim.batch([comes_back(seed) for seed in claim.seeds], at_least=0.9)

    # It goes on where there is less curvature.
    def curvature_falls(seed):
        problem = draw_problem(seed, n_samples=50)
        limit = train_at_shares(seed).limit
        end = train(*problem, 1.2 * limit, 200).weights
        return np.log(2 / limit / np.linalg.eigvalsh(mse_hessian(end, *problem[1:]))[-1])

    claim.batch([curvature_falls(seed) for seed in claim.seeds], at_least=0.9)

    # Where the Hessian does not change, there is no way back.
    def comes_back_on_a_quadratic(seed):
        _, x, y = draw_problem(seed, n_samples=50)
        columns = np.column_stack([x, np.ones_like(x)])
        hessian = 2 / len(x) * columns.T @ columns
        w = np.zeros(2)
        for _ in range(200):
            w = w - 1.2 * 2 / np.linalg.eigvalsh(hessian)[-1] * (
                hessian @ w - 2 / len(x) * columns.T @ y
            )
        return np.log(np.mean(y**2) / np.mean((columns @ w - y) ** 2))

    assert (
        claim.batch([comes_back_on_a_quadratic(seed) for seed in claim.seeds], at_least=0.0).share
        == 0.0
    )


@cache
def sweep(width, seed):
    return experiments.sweep_rates(width, 0.15, seed=seed)


def test_the_lowest_loss_often_lies_beyond_the_limit(claim):
    sweeps = [sweep(10, seed) for seed in claim.seeds]
    claim.batch([one.best / one.limit - 1 for one in sweeps], at_least=0.75)

    def much_worse(one):
        beyond = (one.limit < experiments.RATES) & np.isfinite(one.losses[-1])
        return one.losses[-1, beyond].max() / one.best_loss - 3

    claim.batch([much_worse(one) for one in sweeps], at_least=0.9)


def test_the_advice_on_alpha_is_right(claim):
    """Smooth but slow: a larger α ends lower. Jumping: a smaller one falls."""

    def larger_is_better(seed):
        last = train_at_shares(seed).losses[-1]
        return np.log(last[column(0.1)] / last[column(0.25)])

    def smaller_falls(seed):
        losses = train_at_shares(seed).losses
        jumps = ~experiments.falls_throughout(losses)[column(1.2) :]
        falls = experiments.falls_throughout(losses)[column(0.5)]
        return RIGHT if jumps.all() and falls else WRONG

    claim.batch([larger_is_better(seed) for seed in claim.seeds], at_least=0.95)
    claim.batch([smaller_falls(seed) for seed in claim.seeds])


def test_three_times_the_rate_helps_a_crawl(claim):
    def helps(seed):
        losses = train(*draw_problem(seed), 0.002, 500).losses
        three_times = train(*draw_problem(seed), 0.006, 500).losses
        a_third = train(*draw_problem(seed), 0.002 / 3, 500).losses
        crawls = experiments.falls_throughout(losses) and losses[-1] > 0.7 * losses[1]
        better = losses[-1] - three_times[-1]
        return min(better, a_third[-1] - losses[-1]) if crawls else 0.01

    claim.batch([helps(seed) for seed in claim.seeds])


def test_steps_shorten_by_themselves(claim):
    def shortening(seed):
        norms = train(*draw_problem(seed), 0.1, 500).gradient_norms
        return np.log(norms[0] / norms[-1]) - np.log(5)

    claim.batch([shortening(seed) for seed in claim.seeds])

    # On ground that does not level out they stay as they are.
    def shortening_on_a_cone(seed):
        w = np.random.default_rng(seed).normal(size=5)
        steps = []
        for _ in range(5):
            step = 0.02 * w / np.linalg.norm(w)
            w = w - step
            steps.append(np.linalg.norm(step))
        return 1e-9 - abs(steps[0] / steps[-1] - 1)

    claim.batch([shortening_on_a_cone(seed) for seed in claim.seeds], at_least=1.0)


def test_a_divergence_feeds_itself(claim):
    def grows(seed):
        """Compare the last steps with one another: loss and gradient grow together."""
        result = train(*draw_problem(seed), 2.0, 500)
        end = result.diverged_at
        if end is None:
            return WRONG
        losses, norms = result.losses[1:end], result.gradient_norms[1:end]
        return min(np.diff(np.log(losses)).min(), np.diff(np.log(norms)).min())

    claim.batch([grows(seed) for seed in claim.seeds])

    # Steps that may not become longer than the first one do not fly out.
    def held_back(seed):
        w, x, y = draw_problem(seed)
        first = np.linalg.norm(mse_gradient(w, x, y))
        loss = mean_squared_error(y, forward(w, x))
        for _ in range(100):
            gradient = mse_gradient(w, x, y)
            w = w - 2.0 * gradient * min(1.0, first / np.linalg.norm(gradient))
        return np.log(1e3 * loss / mean_squared_error(y, forward(w, x)))

    claim.batch([held_back(seed) for seed in claim.seeds])


def test_the_loss_levels_out_near_the_noise(claim):
    def level(seed, noise_std, n_samples):
        weights, x, y = draw_problem(seed, 10, noise_std, n_samples)
        return train(weights, x, y, 0.1, 1000).losses[-1], np.mean(
            (y - TRUE_FUNCTIONS["sine"](x)) ** 2
        )

    def near(seed):
        return 0.2 - abs(level(seed, 0.5, 200)[0] / 0.25 - 1)

    def below(n_samples):
        def effect(seed):
            loss, noise = level(seed, 0.5, n_samples)
            return 1 - loss / noise

        return effect

    claim.batch([near(seed) for seed in claim.seeds], at_least=0.9)
    fits_noise = claim.batch([below(200)(seed) for seed in claim.seeds], at_least=0.7)
    # Too many points for their noise to be fitted.
    assert fits_noise.mean > 3 * np.mean([below(1000)(seed) for seed in claim.seeds[:3]])


def test_networks_end_at_different_places(claim):
    """Many starts on the same data."""

    def spread(seed):
        _, x, y = draw_problem(seed, 3, n_samples=50)
        ends = [
            train(initialize_weights(3, np.random.default_rng(start)), x, y, 0.2, 500).losses[-1]
            for start in range(5)
        ]
        return np.log(max(ends) / min(ends)) - np.log(1.5)

    claim.batch([spread(seed) for seed in claim.seeds])


def test_curvatures_of_a_network_are_very_different(claim):
    def seen(seed):
        hessian = mse_hessian(*draw_problem(seed))
        return np.linalg.eigvalsh(hessian)

    curvatures = [seen(seed) for seed in claim.seeds]
    claim.batch([one[-1] / np.median(np.abs(one)) / 30 - 1 for one in curvatures], at_least=0.95)
    # In most directions a step at half of the limit changes hardly anything: less than 1 %.
    claim.batch([np.mean(np.abs(one) < 0.01 * one[-1]) - 0.4 for one in curvatures])


def test_different_curvatures_make_training_long(claim):
    def how_many(seed):
        problem = draw_problem(seed)
        rate = 1 / np.linalg.eigvalsh(mse_hessian(*problem))[-1]
        target = train(*problem, rate, experiments.N_STEPS).losses[-1]
        return experiments.steps_with_own_rates(*problem, target)

    claim.batch([20 - how_many(seed) for seed in claim.seeds], at_least=0.95)


def test_standardising_evens_out_the_curvatures(claim):
    def outcome(seed, units):
        weights, x, y = draw_problem(seed)
        weights, x = experiments.in_units(weights, x, units)
        largest = np.linalg.eigvalsh(mse_hessian(weights, x, y))[-1]
        return largest, train(weights, x, y, 1 / largest, 500).losses[-1]

    found = np.array(
        [[outcome(seed, units) for units in experiments.UNITS] for seed in claim.seeds]
    )  # (seeds, units, 2)
    claim.batch(found[:, 0, 0] / found[:, 2, 0] - 10, at_least=0.95)
    claim.batch(found[:, 0, 1] / found[:, 2, 1] - 3, at_least=0.95)
    # In days the heights crawl, since others set the rate.
    crawl = [experiments.look_at_curvatures(0.5, "days", seed) for seed in claim.seeds]
    claim.batch([one.factors[one.of_heights].min() - 0.95 for one in crawl])
    others_decide = [not one.of_heights[-1] for one in crawl]
    heights_decide = [
        experiments.look_at_curvatures(0.5, "standardised", seed).of_heights[-1]
        for seed in claim.seeds
    ]
    claim.batch(np.where(np.array(others_decide) & heights_decide, RIGHT, WRONG))
    # To take the mean away is not enough.
    claim.batch(found[:, 1, 1] / found[:, 2, 1] - 2, at_least=0.9)
