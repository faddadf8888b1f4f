"""What lesson 4 says of gradient descent in one and two dimensions, and of measured gradients."""

import numpy as np

from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson4 as experiments
from lessonlib.losses import mean_squared_error, mean_squared_error_gradient
from lessonlib.optimizers import gradient_descent

RIGHT, WRONG = 1.0, -1.0
_LOW, _HIGH = np.transpose(experiments.MAP)


def draw_place(rng):
    """Return a place on the map, away from where landscapes are level."""
    while True:
        w = rng.uniform(_LOW, _HIGH)
        if min(np.linalg.norm(experiments.gradient(one, w)) for one in ("valley", "two")) > 0.5:
            return w


def random_bowl(rng, n=5):
    """Return a Hessian with curvatures from 0.1 to 10, the largest well above the next."""
    axes = np.linalg.qr(rng.normal(size=(n, n)))[0]
    curvatures = np.sort(np.append(10 ** rng.uniform(-1, 0.5, n - 1), 10 ** rng.uniform(0.7, 1)))
    return axes * curvatures @ axes.T, axes, curvatures


def directions(n=720):
    turns = np.linspace(0, 2 * np.pi, n, endpoint=False)
    return np.column_stack([np.cos(turns), np.sin(turns)])


def angle_between(a, b):
    cosine = a @ b / np.linalg.norm(a) / np.linalg.norm(b)
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))


def test_the_factor_says_what_is_seen(claim):
    def seen(setting):
        """Look at the steps alone, and not at the factor."""
        bounced = experiments.bounce(*setting)
        w, size = bounced.path, np.abs(bounced.path)
        if np.allclose(size, size[0]):
            name = "jumps"
        elif size[1] < 1e-9:
            name = "arrives"
        elif w[1] < 0:
            name = "diverges" if size[-1] > size[0] else "zigzags"
        else:
            name = "crawls" if w[-1] > 0.9**12 * w[0] else "converges"
        return RIGHT if name == bounced.verdict else WRONG

    (slow, fast), (flat, curved) = experiments.PARABOLA_RATES, experiments.PARABOLA_CURVATURES
    rates, curvatures = np.arange(slow, fast + 0.01, 0.02), np.arange(flat, curved + 0.05, 0.1)
    settings = [(rate, curvature) for rate in rates for curvature in curvatures[::5]]
    claim.over(settings, seen)


def test_what_a_path_does_is_called_by_its_name(claim):
    def seen(setting):
        bowl, rate, tilt = setting
        descent = experiments.descend(bowl, rate, tilt=tilt)
        factors, end = descent.factors, descent.walk.heights[-1] / descent.walk.heights[0]
        along = np.abs(descent.walk.path[1] @ descent.axes)
        name = "crawls" if end > 0.01 else "converges"
        if np.abs(factors).max() > 1:
            name = "diverges"
        elif ((factors < 0) & (along > 0.05)).any():
            name = "zigzags"
        return RIGHT if descent.verdict == name else WRONG

    settings = [
        (bowl, rate, float(tilt))
        for bowl in experiments.BOWLS
        for rate in experiments.BOWL_RATES[::7]
        for tilt in range(0, 91, 15)
    ]
    claim.over(settings, seen)


def test_two_more_values_for_each_parameter(claim):
    def calls(n_parameters):
        asked = []
        numerical_gradient(lambda w: asked.append(1) or float(w @ w), np.ones(n_parameters))
        return RIGHT if len(asked) == 2 * n_parameters else WRONG

    claim.over([1, 2, 10, 31], calls)


def test_both_ways_is_nearer_than_one(claim):
    def how_much_nearer(rng):
        w, delta = draw_place(rng), 1e-2
        true = experiments.gradient("two", w)
        ends = experiments.height("two", w + delta * np.vstack([np.eye(2), -np.eye(2)]))
        here = experiments.height("two", w)
        one = np.linalg.norm((ends[:2] - here) / delta - true)
        both = np.linalg.norm((ends[:2] - ends[2:]) / (2 * delta) - true)
        halved = experiments.height("two", w + delta / 2 * np.vstack([np.eye(2), -np.eye(2)]))
        both_at_half = np.linalg.norm((halved[:2] - halved[2:]) / delta - true)
        one_at_half = np.linalg.norm((halved[:2] - here) / (delta / 2) - true)
        # δ² falls to a quarter where δ falls to a half.
        shrinks = abs(both / both_at_half - 4) < 0.4 and abs(one / one_at_half - 2) < 0.4
        return one / both - 10 if shrinks else WRONG

    claim.over_draws(how_much_nearer)


def test_a_far_smaller_nudge_is_worse(claim):
    def how_much_worse(rng):
        w = draw_place(rng)
        true = experiments.gradient("two", w)

        def error(nudge):
            measured = numerical_gradient(lambda p: float(experiments.height("two", p)), w, nudge)
            return np.linalg.norm(measured - true)

        return np.log10(error(1e-13) / error(1e-5)) - 2

    claim.over_draws(how_much_worse)


def test_a_nudge_changes_f_by_gradient_times_nudge(claim):
    def nearness(rng):
        """Compare relative errors of a short step and of one ten times as long."""
        angle, w = rng.uniform(0, 360), draw_place(rng)
        errors = []
        for distance in (0.001, 0.01):
            seen = experiments.look_around(angle, distance, tuple(w), "two")
            slope = np.linalg.norm(seen.gradient) * distance
            errors.append(abs(seen.change - seen.predicted) / slope)
        return 0.1 - errors[0] if errors[0] < errors[1] / 5 else WRONG

    claim.over_draws(nearness)


def test_against_the_gradient_is_steepest(claim):
    def best_angle(distance):
        def off(rng):
            w = draw_place(rng)
            ends = experiments.height("two", w + distance * directions())
            best = directions()[np.argmin(ends)]
            return 5 - angle_between(best, -experiments.gradient("two", w))

        return off

    claim.over_draws(best_angle(1e-3), at_least=1.0)
    # Of long steps it is not true.
    assert claim.over_draws(best_angle(1.5), at_least=0.0).share < 0.7


def test_along_the_line_f_hardly_changes(claim):
    def change(rng):
        w = draw_place(rng)
        gradient = experiments.gradient("two", w)
        along = np.array([-gradient[1], gradient[0]]) / np.linalg.norm(gradient)
        level = abs(experiments.height("two", w + 0.01 * along) - experiments.height("two", w))
        return 0.1 - level / (0.01 * np.linalg.norm(gradient))

    claim.over_draws(change, at_least=1.0)


def test_only_a_short_step_is_sure_to_go_down(claim):
    def falls_by(learning_rate):
        def effect(rng):
            step = experiments.take_step("valley", learning_rate, draw_place(rng))
            return step.height - step.next_height

        return effect

    claim.over_draws(falls_by(0.01), at_least=1.0)
    assert claim.over_draws(falls_by(0.25), at_least=0.0).share < 0.5


def test_the_step_stands_at_a_right_angle(claim):
    def off(rng):
        """Follow the line of equal height for a hair's breadth, and compare its direction."""
        w = draw_place(rng)
        step = experiments.take_step("two", 0.05, w)
        ends = experiments.height("two", w + 1e-4 * directions())
        along = directions()[np.argmin(np.abs(ends - step.height))]
        return 1 - abs(angle_between(along, step.there - step.here) - 90)

    claim.over_draws(off, at_least=1.0)


def test_only_in_the_bowl_does_down_lead_to_the_lowest(claim):
    def off(landscape):
        def effect(rng):
            w = draw_place(rng)
            return 1e-4 - angle_between(-experiments.gradient(landscape, w), -w)

        return effect

    claim.over_draws(off("round"), at_least=1.0)
    in_the_valley = claim.over_draws(off("valley"), at_least=0.0)
    assert in_the_valley.share == 0.0
    # Mostly to the opposite wall: nearer to straight across than to straight towards the lowest.
    assert np.median(-in_the_valley.effects) > 30


def test_where_you_start_decides_where_you_end(claim):
    low, high = experiments.lowest_points("two")
    ridge = 0.2  # between the two, along the line through both

    def ends_low(w):
        path = gradient_descent(lambda p: experiments.gradient("two", p), w, 0.05, 400)
        return np.linalg.norm(path[-1] - low) < np.linalg.norm(path[-1] - high), path[-1]

    along = (high - low) / np.linalg.norm(high - low)

    def side(rng):
        w = rng.uniform(_LOW, _HIGH)
        is_low, end = ends_low(w)
        settled = np.linalg.norm(experiments.gradient("two", end)) < 1e-3
        distance = w @ along - ridge
        return abs(distance) + 0.1 if settled and (distance < 0) == is_low else WRONG

    claim.over_draws(side)
    share = np.mean([ends_low(np.random.default_rng(s).uniform(_LOW, _HIGH))[0] for s in range(20)])
    assert 0.2 < share < 0.8


def test_the_best_rate_and_the_worst_are_neighbours(claim):
    def nearness(tilt):
        sweep = experiments.sweep_bowl("valley", float(tilt))
        best = experiments.BOWL_RATES[np.argmin(sweep.heights)]
        first_worse = experiments.BOWL_RATES[np.argmax(sweep.heights > sweep.heights[0])]
        return 1.3 - first_worse / best

    claim.over(range(0, 91, 10), nearness, at_least=0.8)


def test_the_most_curved_direction_decides(claim):
    def survives(share, *, without_it=False):
        def effect(rng):
            hessian, axes, curvatures = random_bowl(rng)
            start = rng.normal(size=len(curvatures))
            if without_it:
                start -= axes[:, -1] * (axes[:, -1] @ start)
            rate = share * 2 / curvatures[-1]
            path = gradient_descent(hessian.dot, start, rate, 300)
            return np.log(np.linalg.norm(path[0]) / np.linalg.norm(path[-1]))

        return effect

    claim.over_draws(survives(0.95), at_least=1.0)
    assert claim.over_draws(survives(1.05), at_least=0.0).share == 0.0
    # Nothing of the start along the most curved direction: the limit is that of the next one.
    claim.over_draws(survives(1.05, without_it=True), at_least=1.0)


def test_turning_the_valley_leaves_the_limit(claim):
    def same(tilt):
        hessian = experiments.hessian("valley", float(tilt))
        gap = abs(2 / np.linalg.eigvalsh(hessian)[-1] - 0.2)
        reads = abs(2 / hessian.diagonal().max() - 0.2)  # what the formula's own numbers say
        return 1e-9 - gap if tilt % 90 == 0 or reads > 1e-5 else WRONG

    claim.over(range(0, 91), same)


def test_steps_grow_like_the_ratio_of_curvatures(claim):
    def count(ratio):
        path = gradient_descent(lambda w: np.array([1.0, ratio]) * w, [3.5, 1.5], 1 / ratio, 3000)
        distance = np.linalg.norm(path, axis=1)
        return int(np.argmax(distance < 0.01 * distance[0]))

    ratios = [5.0, 10.0, 20.0, 50.0, 100.0, 300.0]
    claim.over(ratios, lambda ratio: 0.2 - abs(count(2 * ratio) / count(ratio) / 2 - 1))


def test_advice_to_each_output_lowers_the_loss(claim):
    def effect(rng):
        y, y_pred = rng.normal(size=(2, 20))
        advice = -mean_squared_error_gradient(y, y_pred)
        one = int(rng.integers(20))
        moved = y_pred.copy()
        moved[one] += 0.1 * advice[one]  # one output alone
        goes_towards = np.sign(advice) == np.sign(y - y_pred)
        larger_where_farther = np.argmax(np.abs(advice)) == np.argmax(np.abs(y - y_pred))
        falls = mean_squared_error(y, y_pred) - mean_squared_error(y, moved)
        return falls if goes_towards.all() and larger_where_farther else WRONG

    claim.over_draws(effect, at_least=1.0)


def test_steps_of_one_length_never_settle(claim):
    def walk(rng, *, by_gradient):
        w, distances = draw_place(rng), []
        for _ in range(200):
            gradient = experiments.gradient("round", w)
            w = w - 0.1 * (gradient if by_gradient else gradient / np.linalg.norm(gradient))
            distances.append(np.linalg.norm(w))
        return np.mean(distances[-20:])

    claim.over_draws(lambda rng: 1e-6 - walk(rng, by_gradient=True), at_least=1.0)
    claim.over_draws(lambda rng: walk(rng, by_gradient=False) - 0.02, at_least=1.0)


def test_a_crawls_b_arrives_c_flies_out(claim):
    walks = {
        name: experiments.walk("valley", rate) for name, rate in experiments.THREE_RATES.items()
    }
    a, b, c = (walk.heights for walk in walks.values())
    steps = range(5, experiments.BOWL_STEPS + 1)
    claim.over(steps, lambda t: min(a[t] / b[t] - 1.5, np.log(c[t] / c[0])))
    assert walks["C"].escape is not None
    assert walks["A"].escape is None
