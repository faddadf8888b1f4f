"""The cases of lesson 2's exercises ask what their tasks ask."""

import numpy as np

from lessonlib.exercises import all_exercises

CASES = {name: one.cases() for name, one in all_exercises().items() if one.lesson == 2}


def test_a_sigmoid_is_tried_at_both_ends():
    z = np.concatenate([case[0] for case in CASES["stable_sigmoid"]])
    assert (z.min(), z.max()) == (-1000, 1000)
    # exp is finite up to 709: on each side something overflows that should not.
    assert np.sum(z < -710) >= 2
    assert np.sum(z > 710) >= 2


def test_networks_are_tried_with_more_examples_than_units_with_fewer_and_with_as_many():
    sizes = [(len(x), len(w)) for x, w, *_ in CASES["forward_pass"]]
    assert {np.sign(s - h) for s, h in sizes} == {-1, 0, 1}
    assert max(s for s, h in sizes if s == h) > 1


def test_bumps_go_up_and_down_and_are_of_several_steepnesses():
    assert all(left < right for _, left, right, *_ in CASES["bump"])
    assert all(steepness > 0 for *_, steepness in CASES["bump"])
    heights = [height for *_, height, _ in CASES["bump"]]
    assert min(heights) < 0 < max(heights)
    assert len({steepness for *_, steepness in CASES["bump"]}) > 3
