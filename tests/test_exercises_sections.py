"""The text of my_network.py: put together, taken apart, and nothing in it is lost."""

import pytest

from lessonlib.exercises.sections import Sections, take_apart
from lessonlib.exercises.sources import Bundle

ORDER = ["first", "second", "third"]
EMPTY = Sections(header="# What it is.")
NP = {"np": "import numpy as np"}


def put(sections, name, definitions, imports=None):
    return sections.with_function(
        name, ORDER.index(name) + 1, Bundle(imports or {}, definitions), ORDER
    )


def names(sections):
    return {name: list(section.parts) for name, section in sections.functions.items()}


def define(name, *calls):
    return f"def {name}():\n    return {', '.join(calls) or 0}"


def test_sections_stand_in_the_order_of_the_course():
    found = put(EMPTY, "third", {"third": define("third")})
    found = put(found, "first", {"first": define("first", "np")}, NP)
    assert found.text() == (
        "# What it is.\n\n\nimport numpy as np\n\n\n"
        + "# 1 · first ".ljust(60, "-")
        + "\n\ndef first():\n    return np\n\n\n"
        + "# 3 · third ".ljust(60, "-")
        + "\n\ndef third():\n    return 0\n"
    )


def test_a_text_that_is_taken_apart_is_put_together_again():
    found = put(EMPTY, "second", {"K": "K = 1", "second": define("second", "K", "np")}, NP)
    assert take_apart(found.text()) == found
    assert take_apart("") == Sections()
    assert take_apart(found.text()).text() == found.text()


def test_what_the_reader_adds_by_hand_stays():
    text = put(EMPTY, "first", {"first": define("first")}).text()
    text += "\n\n# my own note\nx, y = 1, 2\n\nif x:\n    print(y)\n# the end\n"
    found = put(take_apart(text), "third", {"third": define("third")}).text()
    for line in ("# my own note\nx, y = 1, 2", "if x:\n    print(y)\n# the end"):
        assert line in found


def test_a_later_version_takes_the_place_of_the_earlier():
    found = put(EMPTY, "first", {"old": "old = 1", "first": define("first", "old")}, NP)
    found = put(found, "first", {"new": "new = 1", "first": define("first", "new")})
    assert names(found) == {"first": ["new", "first"]}
    assert found.imports == {}


def test_a_helper_that_two_share_stands_in_the_earlier_section_once():
    shared = {"help": define("help")}
    for order in (["first", "second"], ["second", "first"]):
        found = EMPTY
        for name in order:
            found = put(found, name, {**shared, name: define(name, "help")})
        assert names(found) == {"first": ["help", "first"], "second": ["second"]}


def test_a_helper_that_another_still_needs_moves_to_it():
    shared = {"K": "K = 1", "help": define("help", "K")}
    found = put(EMPTY, "first", {**shared, "first": define("first", "help")})
    found = put(found, "second", {**shared, "second": define("second", "help")})
    found = put(found, "first", {"first": define("first")})
    assert names(found) == {"first": ["first"], "second": ["K", "help", "second"]}
    assert names(found.without("first")) == {"second": ["K", "help", "second"]}
    assert names(found.without("second")) == {"first": ["first"]}


def test_a_changed_helper_changes_for_all():
    found = put(EMPTY, "first", {"help": define("help"), "first": define("first", "help")})
    found = put(found, "second", {"help": define("help", "2"), "second": define("second", "help")})
    assert found.everything()["help"] == define("help", "2")
    assert names(found) == {"first": ["help", "first"], "second": ["second"]}


def test_an_exercise_that_another_calls_gets_a_section_of_its_own():
    found = put(
        EMPTY, "second", {"first": define("first", "1"), "second": define("second", "first")}
    )
    assert names(found) == {"second": ["first", "second"]}
    found = put(found, "first", {"first": define("first", "2")})
    assert names(found) == {"first": ["first"], "second": ["second"]}
    other = put(EMPTY, "first", {"second": define("second"), "first": define("first", "second")})
    assert names(put(other, "second", {"second": define("second")})) == {
        "first": ["first"],
        "second": ["second"],
    }
    # What has passed its own check is not changed by what another brings along.
    found = put(
        found, "second", {"first": define("first", "3"), "second": define("second", "first")}
    )
    assert found.everything()["first"] == define("first", "2")
    assert names(found.without("first")) == {"second": ["first", "second"]}


def test_own_functions_hide_imports():
    found = put(EMPTY, "first", {"first": define("first", "s")}, {"s": "from m import s"})
    found = put(found, "second", {"s": define("s"), "second": define("second", "s")})
    assert found.imports == {}
    assert found.needs("first") == {"first", "s"}


def test_sections_of_another_edition_are_kept_at_the_end():
    text = put(EMPTY, "second", {"second": define("second")}).text().replace("second", "renamed")
    found = put(take_apart(text), "third", {"third": define("third")})
    assert names(found) == {"third": ["third"], "renamed": ["renamed"]}


def test_no_python_is_an_error():
    with pytest.raises(SyntaxError):
        take_apart("def f(:\n")
