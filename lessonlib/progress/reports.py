"""What is remembered, written down: to hand in, or to go on with on another machine."""

import json
from pathlib import Path
from typing import Any

from lessonlib.progress.own_code import keep_aside, read_code, replace_code
from lessonlib.progress.storage import VERSION, change, has_predictions, problem, read
from lessonlib.progress.writing import write
from lessonlib.words import Words

_words = Words("progress")


def export(
    path: str | Path, name: str = "", *, include_code: bool = False, everything: bool = False
) -> Path:
    """Write a report to hand in: exercises, attempts and mistakes, quiz answers.

    Parameters
    ----------
    path : str or Path
        Where to; ends in ``.json``.
    name : str
        What the reader wants to be called; nothing else about them is in it.
    include_code : bool
        Whether the functions that the reader has written are in it too.
    everything : bool
        Whether those and the predictions are in it, so that :func:`load` brings all of it back.

    Returns
    -------
    Path

    Raises
    ------
    ValueError
        If ``path`` does not end in ``.json``.
    OSError
        If it cannot be written.
    """
    path = Path(path)
    if path.suffix != ".json":
        raise ValueError(f"path={str(path)!r}: expected a file name that ends in .json")
    write(path, _report(name, include_code, everything))
    return path


def to_text() -> str:
    """Return everything as a text for :func:`load`, where no file can be taken along."""
    return json.dumps(_report("", include_code=True, everything=True), ensure_ascii=False)


def load(source: str | Path) -> str:
    """Take in what was written down elsewhere. Nothing that is remembered here is lost.

    Parameters
    ----------
    source : str or Path
        A file of :func:`export`, or a text of :func:`to_text`. Load your own only: the functions in
        it will be run.

    Returns
    -------
    str
        A line for the reader: what came of it.

    Raises
    ------
    ValueError
        If it is no such file or text.
    OSError
        If the file cannot be read.

    Notes
    -----
    Of two counts the larger one stays, so that to load twice is to load once. A prediction from
    here stays. So does the reader's own code; the other stands beside it.
    """
    report = _read(source)
    trouble = change(lambda here: _merge(here, report))
    return trouble or _take_code(report.get("my_network", "")) or _words("loaded")


def _report(name: str, include_code: bool, everything: bool) -> dict[str, Any]:
    known = read()
    report: dict[str, Any] = {"report": "lessonlib", "version": VERSION, "name": name}
    report |= {"exercises": known["exercises"], "quiz": known["quiz"]}
    if everything:
        report["predictions"] = known["predictions"]
    if include_code or everything:
        report["my_network"] = read_code().encode("utf-8", "replace").decode("utf-8")
    return report


def _read(source: str | Path) -> dict[str, Any]:
    is_text = isinstance(source, str) and source.lstrip().startswith("{")
    text = str(source) if is_text else Path(source).read_text(encoding="utf-8-sig")
    try:
        report = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"source: expected what progress.export wrote, got {error}") from error
    trouble = problem(report) or ("" if report.get("report") == "lessonlib" else "no report")
    if not trouble and report.get("version") != VERSION:
        trouble = f"version {report.get('version')!r}, not {VERSION}"
    if not trouble and not has_predictions({"predictions": {}} | report):
        trouble = "predictions are not as written by lessonlib"
    if not trouble and not isinstance(report.get("my_network", ""), str):
        trouble = "my_network is no text"
    if trouble:
        raise ValueError(f"source: expected what progress.export wrote, got one with {trouble}")
    return dict(report)


def _merge(here: dict[str, Any], there: dict[str, Any]) -> None:
    """Take into one record what another one has more of."""
    for part in ("exercises", "quiz"):
        for name, one in there[part].items():
            mine = here[part].setdefault(name, one)
            here[part][name] = {key: _more(value, one[key]) for key, value in mine.items()}
    here["predictions"] = there.get("predictions", {}) | here["predictions"]


def _more(mine: Any, other: Any) -> Any:
    """Return the larger of two counts, or of each of the counts by name; true if one is."""
    if isinstance(mine, dict):
        return {key: max(mine.get(key, 0), other.get(key, 0)) for key in mine | other}
    return max(mine, other)


def _take_code(code: str) -> str:
    """Take in the reader's own code; return a line about it if something is to be said."""
    before = read_code()
    if not code or code == before:
        return ""
    if not before:
        return replace_code("", code, copy="").trouble
    return _words("loaded_beside", file=keep_aside(code).name)
