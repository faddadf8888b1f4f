"""What lesson 6 says of lines, of the logarithm, and of two losses."""

import numpy as np
from penguin_draws import LESSON, OTHER, fit, redraw, share_wrong

from lessonlib.activations import sigmoid
from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import predict_probability, train_sgd, weights_from_line
from lessonlib.losses import cross_entropy_loss, cross_entropy_per_example


def test_nearly_but_not_perfectly(claim):
    def effect(rng):
        (x, y), _ = redraw(rng)
        wrong = share_wrong(fit(x, y)[0], x, y)
        return min(0.1 - wrong, wrong - 0.005)

    claim.over_draws(effect)


def test_no_line_gets_all_right(claim):
    """With a line that separates, the loss has no lowest place: the gradient is 0 nowhere."""

    def effect(rng):
        (x, y), _ = redraw(rng)
        return 1e-10 - fit(x, y)[1]

    claim.over_draws(effect)
    x, y = experiments.train_set()
    assert fit(x, y)[1] < 1e-10, "the train set of the lesson"


def test_a_product_of_many_is_lost(claim):
    def effect(rng):
        turn, steepness = rng.uniform(-30, 30), rng.uniform(1, 10)
        x, y = experiments.train_set()
        p = predict_probability(weights_from_line(40 + turn, 0.2, steepness), x)
        many = np.tile(np.where(y == 1, p, 1 - p), 100)
        total = np.sum(np.log(many))
        assert np.prod(many) == 0.0
        assert np.prod(many[: len(y)]) > 0.0, "of few it is tiny, and not lost"
        return -total if np.isfinite(total) else -1.0

    claim.over_draws(effect, at_least=1.0)


def test_the_same_line_is_best(claim):
    """For two lines at a time: the one with the larger product has the smaller loss."""

    def effect(rng):
        x, y = experiments.train_set()
        products, losses = [], []
        for _ in range(2):
            angle, offset = rng.uniform(-180, 180), rng.uniform(-1, 1)
            p = predict_probability(weights_from_line(angle, offset, rng.uniform(0.3, 1.5)), x)
            products.append(np.prod(np.where(y == 1, p, 1 - p)))
            losses.append(cross_entropy_loss(y, p))
        return (products[0] - products[1]) * (losses[1] - losses[0]) / max(products)

    claim.over_draws(effect, at_least=1.0)


def losses_of_steeper(angle, offset, x, y):
    lines = [weights_from_line(angle, offset, k) for k in experiments.STEEPNESSES]
    return np.array([cross_entropy_loss(y, predict_probability(line, x)) for line in lines])


def test_the_wrong_ones_hold_back(claim):
    def effect(rng):
        (x, y), _ = redraw(rng)
        angle, offset = rng.uniform(25, 60), rng.uniform(0.0, 0.4)
        everybody = losses_of_steeper(angle, offset, x, y)
        line = weights_from_line(angle, offset, 1.0)
        right = (predict_probability(line, x) >= 0.5) == (y == 1)
        without = losses_of_steeper(angle, offset, x[right], y[right])
        assert (np.diff(without) < 0).all(), "without them it falls all the way"
        return min(everybody[0], everybody[-1]) / everybody.min() - 1.2

    claim.over_draws(effect, at_least=1.0)

    def in_the_figure(angle):
        alone = experiments.sweep_steepness(angle, right_only=True)
        rises = experiments.sweep_steepness(angle).ends == "rises"
        return 0.5 if rises and (np.diff(alone.losses) < 0).all() else -0.5

    claim.over(range(20, 61, 5), in_the_figure)


def test_the_worse_the_mistake_the_weaker_the_push(claim):
    def effect(z):
        losses = experiments.compare_losses(1, [z, z - 1.0])
        squared, entropy = -losses.squared_error.slope, -losses.cross_entropy.slope
        without_slope = squared / (losses.probability * (1 - losses.probability))
        assert without_slope[1] > without_slope[0], "without p (1 - p) the push grows"
        assert entropy[1] > entropy[0] > 0.85
        return squared[0] / squared[1] - 1.5

    claim.over(np.arange(-2.0, -30.0, -0.5), effect)


def escaped(rng, steepness, learning_rate=1.0):
    """Train from a start the wrong way round; return the share of mistakes by each loss."""
    (x, y), _ = redraw(rng)
    angle, offset = rng.uniform(-160, -120), rng.uniform(-0.3, 0.3)
    start = weights_from_line(angle, offset, steepness)
    assert share_wrong(start, x, y) > 0.5, "it begins the wrong way round"
    runs = (
        train_sgd(start, x, y, learning_rate, len(y), experiments.N_SATURATED_STEPS, rng, loss)
        for loss in experiments.LOSSES
    )
    return [share_wrong(run.history[-1], x, y) for run in runs]


def test_only_cross_entropy_gets_out(claim):
    def effect(rng):
        squared, entropy = escaped(rng, rng.uniform(15, 50))
        return min(squared - 0.5, 0.2 - entropy)

    claim.over_draws(effect)


def test_an_unsure_start_lets_both_out(claim):
    claim.over_draws(lambda rng: 0.2 - max(escaped(rng, 1.0)))


def test_the_other_flat_place(claim):
    x, y = experiments.train_set()

    def effect(rate):
        stuck = experiments.escape("squared_error", float(rate), 20.0)
        end = experiments.look_where_it_ends(stuck)
        assert end.n_called[1] == 0, "everybody is called an Adelie"
        assert end.n_wrong.tolist() == [0, 72]
        assert 72 / len(y) < stuck.n_mistakes[0] / len(y)
        after = {}
        for loss in experiments.LOSSES:
            rng = np.random.default_rng(0)
            run = train_sgd(stuck.history[-1], x, y, 1.0, len(y), 200, rng, loss)
            after[loss] = experiments.count_mistakes(run.history[-1], x, y)
        return min(after["squared_error"] - 71, 20 - after["cross_entropy"], 0.15 - end.steepest)

    claim.over(np.geomspace(10, 100, 9), effect)


def train_all(seeds, names):
    """Train on all draws at once; return the length of w after 400 and 1200 steps, and mistakes."""
    drawn = [redraw(np.random.default_rng(seed), names)[0] for seed in seeds]
    rows = np.array([np.column_stack([x, np.ones(len(x))]) for x, _ in drawn])
    y, w, lengths = np.array([labels for _, labels in drawn]), np.zeros((len(drawn), 3)), []
    for step in range(1, 1201):
        p = sigmoid(np.einsum("dsk,dk->ds", rows, w))
        w = w - 8.0 * np.einsum("ds,dsk->dk", p - y, rows) / y.shape[1]
        if step in (400, 1200):
            lengths.append(np.linalg.norm(w[:, :2], axis=1))
    return *lengths, np.mean((p >= 0.5) != (y == 1), axis=1)


def test_without_a_mistake_w_never_stops(claim):
    early, late, wrong = train_all(claim.seeds, OTHER)
    before, after, some_wrong = train_all(claim.seeds, LESSON)
    assert (wrong == 0).all()
    assert (some_wrong > 0).all()
    grows, settles = late / early, after / before
    claim.batch(np.minimum(grows - 1.15, grows - settles - 0.1))


def test_so_few_cannot_tell_near_rates_apart(claim):
    """Of the two best rates of the lesson now one wins on validation and now the other."""

    def difference(seed):
        rng = np.random.default_rng(seed)
        (x, y), (x_validation, y_validation) = redraw(rng)
        one, ten = (
            np.mean(
                cross_entropy_per_example(
                    y_validation,
                    predict_probability(
                        train_sgd(np.zeros(3), x, y, rate, 16, 20, rng).history[-1], x_validation
                    ),
                )
            )
            for rate in (1.0, 10.0)
        )
        return one - ten

    differences = np.array([difference(seed) for seed in claim.seeds])
    for sign in (1, -1):
        claim.batch(sign * differences, at_least=0.15)
