"""Count how long a lesson takes without its exercises, and compare with what it says.

The command prints a line for each lesson::

    .venv/bin/python tools/lesson_times.py

Counted is all that a reader meets but exercises, speaker notes and what is shown on no slide. The
paces are guesses for a reader who is new to it all; with words and figures alone, the lessons would
take half as long as it takes to understand them.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from build_notebooks import LESSONS, find_lessons, read_lesson

from lessonlib.quiz import LESSONS as WITH_QUIZ
from lessonlib.quiz import questions

MINUTES = {
    "words": 1 / 200,
    "symbols": 1 / 20,  # a formula within a sentence
    "formulas": 1 / 2,  # a formula of its own
    "rows": 1 / 10,  # of tables
    "code": 1 / 15,  # lines
    "figures": 1.5,
    "predictions": 1 / 2,
    "questions": 1.0,  # of the quiz, besides its words
}
MOST_MINUTES = 45  # a sitting
TOLERANCE = 0.3
_SITTINGS = {"one": 1, "two": 2, "three": 3}


@dataclass(frozen=True)
class Times:
    """What a lesson takes, and what it says.

    Attributes
    ----------
    counts : Counter
        How many there are of each thing in ``MINUTES``.
    stated : int or None
        Minutes in all; None if the lesson states none.
    n_sittings : int
    """

    counts: Counter[str]
    stated: int | None
    n_sittings: int = 1

    @property
    def minutes(self) -> float:
        """How long it takes."""
        return sum(n * MINUTES[kind] for kind, n in self.counts.items())

    def troubles(self) -> list[str]:
        """Return what is wrong with the stated time."""
        if self.stated is None:
            return []
        found = []
        if abs(self.stated - self.minutes) > TOLERANCE * self.minutes:
            found.append(f"states {self.stated} minutes and takes {self.minutes:.0f}")
        each = self.stated / self.n_sittings
        if each > MOST_MINUTES:
            found.append(f"states {each:.0f} minutes a sitting, more than {MOST_MINUTES}")
        return found


def count_words(markdown: str) -> int:
    """Return the number of words that are read as prose: no formulas, tables, code or addresses."""
    text = re.sub(r"```.*?```", " ", markdown, flags=re.DOTALL)
    text = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$|`[^`\n]+`", " ", text, flags=re.DOTALL)
    text = re.sub(r"^\s*\|.*$", " ", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)|<[^>]+>", " ", text)
    return len(re.findall(r"[^\W_][\w'’-]*", text))


def stated_time(text: str) -> tuple[int | None, int]:
    """Return the minutes that a text asks to plan, and in how many sittings.

    Examples
    --------
    >>> stated_time("Plan about 40 minutes, and as long again for the exercises.")
    (40, 1)
    >>> stated_time("Plan about 75 minutes in two sittings.")
    (75, 2)
    >>> stated_time("Plan two sittings of about 40 minutes each.")
    (80, 2)
    """
    plan = re.search(r"\bPlan\b[^.]*", text)
    minutes = re.search(r"(\d+) minutes", plan.group()) if plan else None
    if plan is None or minutes is None:
        return None, 1
    sittings = re.search(r"\b(one|two|three) sittings?( of)?", plan.group())
    n_sittings = _SITTINGS[sittings.group(1)] if sittings else 1
    each = sittings is not None and sittings.group(2) is not None
    return int(minutes.group(1)) * (n_sittings if each else 1), n_sittings


def times_of(lesson: Path) -> Times:
    """Count what a lesson asks of its reader."""
    cells = [
        cell
        for cell in read_lesson(lesson).cells
        if "exercise" not in cell.metadata.get("tags", [])
        and cell.metadata.get("slideshow", {}).get("slide_type") not in ("notes", "skip")
    ]
    text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    counts = Counter(
        symbols=len(re.findall(r"(?<!\$)\$[^$\n]+\$", text)),
        formulas=len(re.findall(r"\$\$.*?\$\$", text, flags=re.DOTALL)),
        rows=len(re.findall(r"^\|(?!-)", text, flags=re.MULTILINE)),
        code=len(re.findall(r"^.*\S", code, flags=re.MULTILINE)),
        figures=len(re.findall(r"\bfigures\.\w+\(", code)),
        predictions=len(re.findall(r"\bpredict\.(?:choose|estimate)\(", code)),
    )
    stated, n_sittings = stated_time(text)
    if int(lesson.name[:2]) in WITH_QUIZ:
        for one in questions(int(lesson.name[:2])):
            counts["questions"] += 1
            why = [option.why for option in one.options if option.right]
            text += "\n\n".join([one.text, *(option.text for option in one.options), *why])
    counts["words"] = count_words(text)
    return Times(counts, stated, n_sittings)


def main() -> None:
    """Print a line for each lesson."""
    print("lesson".ljust(26), *(f"{kind:>11}" for kind in MINUTES), "  minutes  stated")
    for lesson in find_lessons(LESSONS):
        times = times_of(lesson)
        counts = (f"{times.counts[kind]:11d}" for kind in MINUTES)
        row = f"{times.minutes:9.0f} {times.stated or '-':>7}"
        print(lesson.stem.ljust(26), *counts, row, "; ".join(times.troubles()))


if __name__ == "__main__":
    main()
