"""Read the reports that students hand in: every good file counts once, every bad one is named."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from lessonlib import progress

MOST_BYTES = 1_000_000  # a report of the whole course is far smaller


class Report(NamedTuple):
    """What one student handed in."""

    file: str
    name: str
    exercises: dict[str, Any]
    quiz: dict[str, Any]


class BadReportError(Exception):
    """The file is not a report; the message says why."""


def read_report(path: Path) -> Report:
    """Read one report.

    Raises
    ------
    BadReportError
        If it is none.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadReportError(f"larger than {MOST_BYTES:,} bytes")
        # Some editors of Windows put a mark before the first letter; -sig drops it.
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadReportError(f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise BadReportError("not JSON") from error
    if not isinstance(content, dict) or content.get("report") != "lessonlib":
        raise BadReportError("not a report of lessonlib.progress.export()")
    if content.get("version") != progress.VERSION:
        raise BadReportError(f"version {content.get('version')!r}, not {progress.VERSION}")
    if trouble := progress.problem(content):
        raise BadReportError(trouble)
    name = content.get("name")
    name = " ".join(name.split()) if isinstance(name, str) else ""
    return Report(path.name, name, content["exercises"], content["quiz"])


def read_folder(folder: Path) -> tuple[list[Report], list[str]]:
    """Read all reports of a folder and its subfolders.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    list of Report
        One a student, as far as names tell.
    list of str
        A line for each file that was not counted, and why.
    """
    reports, notes = [], []
    for path in sorted(folder.rglob("*.json")):
        try:
            reports.append(read_report(path))
        except BadReportError as error:
            notes.append(f"skipped {path.relative_to(folder)}: {error}")
    kept, more_notes = drop_older(reports)
    return kept, notes + more_notes


def drop_older(reports: Iterable[Report]) -> tuple[list[Report], list[str]]:
    """Keep the last report of each student.

    Counts only ever grow. So of two reports of one name, the one that contains the other is the
    later one. If neither does, they may come from two people, or from two machines: both count.
    Reports without a name are never taken for one another.
    """
    kept: list[Report] = []
    notes = []
    for report in reports:
        same = [one for one in kept if one.name and one.name.casefold() == report.name.casefold()]
        later = next((one for one in same if contains(one, report)), None)
        if later is not None:
            notes.append(f"skipped {report.file}: all of {report.name!r} is in {later.file} too")
            continue
        for one in same:
            if contains(report, one):
                kept.remove(one)
                notes.append(f"skipped {one.file}: all of {one.name!r} is in {report.file} too")
            else:
                notes.append(
                    f"counted both {one.file} and {report.file}: "
                    f"the same name, {report.name!r}, but neither continues the other"
                )
        kept.append(report)
    return kept, notes


def contains(later: Report, earlier: Report) -> bool:
    """Tell whether every count of ``earlier`` is reached in ``later``."""
    reached = count(later)
    return all(reached[key] >= n for key, n in count(earlier).items())


def count(report: Report) -> Counter[tuple[str, ...]]:
    """Return all counts of a report by exercise or question and what is counted."""
    counts: Counter[tuple[str, ...]] = Counter()
    for part, detail in ((report.exercises, "mistakes"), (report.quiz, "wrong")):
        for name, one in part.items():
            for key, value in one.items():
                if key != detail:
                    counts[name, key] = int(value)
            for key, value in one[detail].items():
                counts[name, detail, key] = value
    return counts
