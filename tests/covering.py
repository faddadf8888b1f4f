"""A sample of all combinations in which every pair of values of two controls occurs.

Most faults of a program with many settings need one or two of them to be special (D. R. Kuhn,
D. R. Wallace, A. M. Gallo, "Software fault interactions and implications for software testing",
IEEE Transactions on Software Engineering 30, 2004). So a covering sample of a dozen combinations
finds most of what thousands would.
"""

from itertools import combinations, count


def covering_sample(levels):
    """Return combinations that together hold every pair of values.

    Parameters
    ----------
    levels : list of list
        The values of each control.

    Returns
    -------
    list of tuple
        The first combination has all first values, the second all last ones.

    Notes
    -----
    Greedy: each new combination begins with a pair that is still missing, and goes on, control by
    control, with the value that adds most missing pairs.
    """
    places = [range(len(values)) for values in levels]
    missing = {
        ((i, a), (j, b))
        for i, j in combinations(range(len(levels)), 2)
        for a in places[i]
        for b in places[j]
    }
    rows = [tuple(0 for _ in levels), tuple(len(values) - 1 for values in levels)]
    if len(levels) == 1:
        rows = [(place,) for place in places[0]]
    missing -= set().union(*map(_pairs, rows))
    while missing:
        row = dict(min(missing))
        for control in (i for i in range(len(levels)) if i not in row):
            row[control] = max(places[control], key=lambda v: _gain(row, control, v, missing))
        rows.append(tuple(row[i] for i in range(len(levels))))
        missing -= _pairs(rows[-1])
    unique = list(dict.fromkeys(rows))
    return [tuple(values[k] for values, k in zip(levels, row, strict=True)) for row in unique]


def _pairs(row):
    return set(combinations(zip(count(), row), 2))


def _gain(row, control, value, missing):
    """Count the missing pairs of a value with those that a row has so far."""
    here = (control, value)
    return sum((min(one, here), max(one, here)) in missing for one in row.items())
