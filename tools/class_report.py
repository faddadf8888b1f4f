"""Say which mistakes a class met most, from the reports that students hand in.

A report is what ``lessonlib.progress.export("report.json", name="...")`` writes. Put the reports
into a folder, in subfolders if you like, and run::

    .venv/bin/python tools/class_report.py reports
    .venv/bin/python tools/class_report.py reports --plot mistakes.png
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from handed_in import Report, read_folder
from matplotlib.figure import Figure

from lessonlib.exercises import all_exercises
from lessonlib.quiz import LESSONS, as_plain, questions

MOST_BARS = 20
INCHES_PER_BAR = 0.3


def count_students(records: Iterable[dict[str, Any]], detail: str) -> list[tuple[str, int, int]]:
    """Return each mistake (or wrong option) with how many students met it, and how often.

    Parameters
    ----------
    records : iterable of dict
        One exercise or question, a record a student.
    detail : {"mistakes", "wrong"}

    Returns
    -------
    list of tuple of str, int and int
        Those that most students met come first.
    """
    students: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for record in records:
        for name, n in record[detail].items():
            students[name] += n > 0
            times[name] += n
    return sorted(
        ((name, students[name], times[name]) for name in students if students[name]),
        key=lambda row: (-row[1], -row[2], row[0]),
    )


def describe(reports: list[Report]) -> list[str]:
    """Return the report of the class, line by line, in the order of the course."""
    return [
        *(f"{len(reports)} reports", ""),
        *("Exercises: passed, and the mistakes that were met", ""),
        *_describe_part([report.exercises for report in reports], list(all_exercises())),
        *("", "Quiz: answered right, and the wrong options that were chosen", ""),
        *_describe_part([report.quiz for report in reports], list(_options()), is_quiz=True),
    ]


def _describe_part(
    parts: list[dict[str, Any]], known: list[str], is_quiz: bool = False
) -> list[str]:
    done, detail = ("right", "wrong") if is_quiz else ("passed", "mistakes")
    number = "answers" if is_quiz else "attempts"
    lines = []
    for name in _in_order(parts, known):
        records = [part[name] for part in parts if name in part]
        n_done = sum(record[done] for record in records)
        mean = sum(record[number] for record in records) / len(records)
        lines.append(f"{name}: {n_done} of {len(records)}, {mean:.1f} {number} each")
        for mistake, n, times in count_students(records, detail):
            text = f"{mistake}  {_options().get(name, {}).get(mistake, '')}" if is_quiz else mistake
            lines.append(f"  {n:4d} students, {times:4d} times  {text.strip()}")
    return lines or ["nothing yet"]


def _in_order(parts: list[dict[str, Any]], known: list[str]) -> list[str]:
    """Return the names that occur: first those of the course, in its order."""
    occurring = {name for part in parts for name in part}
    return [*(n for n in known if n in occurring), *sorted(occurring - set(known))]


@cache
def _options() -> dict[str, dict[str, str]]:
    return {
        question.key: {option.letter: as_plain(option.text) for option in question.options}
        for lesson in LESSONS
        for question in questions(lesson)
    }


def draw(reports: list[Report]) -> Figure:
    """Draw the mistakes that most students met, as bars."""
    rows = [
        (f"{name}: {mistake}", n)
        for name in _in_order([report.exercises for report in reports], list(all_exercises()))
        for mistake, n, _ in count_students(
            [report.exercises[name] for report in reports if name in report.exercises], "mistakes"
        )
    ]
    rows = sorted(rows, key=lambda row: -row[1])[:MOST_BARS]
    figure = Figure(figsize=(8, 1.2 + INCHES_PER_BAR * max(len(rows), 3)), layout="constrained")
    axes = figure.subplots()
    bars = axes.barh([printable(label) for label, _ in rows], [n for _, n in rows])
    axes.bar_label(bars, padding=3)
    axes.invert_yaxis()
    axes.set(title="Mistakes that were met most", xlabel=f"students (of {len(reports)} reports)")
    axes.set_xlim(0, max(len(reports), 1))
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure


def printable(text: str) -> str:
    """Replace what a terminal or a formula might take for a command: files come from others."""
    return "".join(char if char.isprintable() and char != "$" else "?" for char in text)


def speak_utf8() -> None:
    """Print UTF-8 whatever the code page is: questions of the quiz hold σ, ỹ and ≤."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # not if somebody put a thing of their own there
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Returns
    -------
    int
        0, or 1 if there was no report to read.
    """
    speak_utf8()
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="where the reports are")
    parser.add_argument("--plot", type=Path, metavar="FILE.png", help="draw the mistakes there")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is not a folder")
    reports, notes = read_folder(options.folder)
    for note in notes:
        print(printable(note), file=sys.stderr)
    if not reports:
        print(f"no reports in {options.folder}", file=sys.stderr)
        return 1
    print("\n".join(printable(line) for line in describe(reports)))
    if options.plot:
        draw(reports).savefig(options.plot, dpi=150)
    return 0


if __name__ == "__main__":
    sys.exit(main())
