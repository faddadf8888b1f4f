"""Frames that are stored by number."""

import json

from lessonlib.live.reel import Reel


def test_each_picture_and_each_part_is_stored_once():
    reel = Reel()
    frames = [
        reel.add("one", "<svg>1</svg>", {"a": "<g>1</g>", "b": "<g>1</g>"}),
        reel.add("two", "<svg>2</svg>", {"a": "<g>2</g>", "b": "<g>1</g>"}),
        reel.add("three", "<svg>1</svg>", {}),
    ]
    assert list(reel.wholes) == ["<svg>1</svg>", "<svg>2</svg>"]
    assert list(reel.parts) == [("a", "<g>1</g>"), ("b", "<g>1</g>"), ("a", "<g>2</g>")]
    assert [frame["whole"] for frame in frames] == [0, 1, 0]
    assert [frame["parts"] for frame in frames] == [[0, 1], [2, 1], []]
    json.dumps(frames)  # what JSON knows
