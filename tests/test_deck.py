"""The deck is taught whole: every group of its slides has a heading that exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = re.compile(r"^\| (?!slides|-)([^|]+?) \| (\d) \| (.+?) \|$", re.MULTILINE)


def rows():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("## Deck to lesson") :]
    return TABLE.findall(section[: section.index("\n## ", 5)])


def headings(lesson):
    (path,) = (ROOT / "lessons").glob(f"0{lesson}_*.py")
    return re.findall(r"^# #+ (.+)$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("slides", "lesson", "heading"), rows())
def test_heading_exists(slides, lesson, heading):
    assert heading in headings(lesson), f"{slides}: lesson {lesson} has no heading {heading!r}"


def test_the_table_covers_the_lessons_in_the_deck_s_order():
    lessons = [int(lesson) for _, lesson, _ in rows()]
    assert len(lessons) >= 27
    assert lessons == sorted(lessons)
    assert set(lessons) == set(range(1, 8))


def test_headings_come_in_the_deck_s_order():
    for lesson in range(1, 8):
        named = [heading for _, number, heading in rows() if int(number) == lesson]
        places = [headings(lesson).index(heading) for heading in named]
        assert places == sorted(places), f"lesson {lesson}"
