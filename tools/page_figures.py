"""Recorded figures on a page: a stored picture, and beside it a file with what its sliders show."""

import base64
import html
import json
import re
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from page_words import say

from lessonlib.live import compress
from lessonlib.stage import MIME_TYPE, NARROW_MIME_TYPE

_NAME = re.compile(r"\bfigures\.(\w+)\(")
_WAITS = re.compile(r"prediction=(\w+)\)")


class Figures:
    """Writes the recorded figures of one lesson.

    Parameters
    ----------
    lesson : str
        Its name, such as ``01_dataset_and_splitting``.
    static : Path
        The folder of static files; recordings and pictures go to ``figures/<lesson>/``.
    """

    def __init__(self, lesson: str, static: Path) -> None:
        self._lesson = lesson
        self._folder = static / "figures" / lesson
        self._names: list[str] = []
        self._folder.mkdir(parents=True, exist_ok=True)

    def render(self, source: str, data: dict[str, Any], keys: dict[str, str]) -> str:
        """Write a figure's files and return its HTML.

        Parameters
        ----------
        source : str
            The cell that shows it.
        data : dict
            Its output, from a run for an export: recordings, and a stored picture in HTML.
        keys : dict of str to str
            The keys of the lesson's predictions, by variable.
        """
        recording = data[MIME_TYPE]
        name = self._name(source, recording["title"])
        files = {"wide": self._write_recording(name, recording)}
        if NARROW_MIME_TYPE in data:
            files["narrow"] = self._write_recording(f"{name}-narrow", data[NARROW_MIME_TYPE])
        attributes = "".join(f' data-{shape}="{address}"' for shape, address in files.items())
        figure = (
            f'<div class="page-live"{attributes} data-failed="{say("not_loaded")}">'
            f"{self._stored(name, data['text/html'])}</div>{self._foot(recording)}"
        )
        waits = _WAITS.search(source)
        if waits:
            key = html.escape(keys[waits.group(1)])
            figure = (
                f'<p class="page-hidden" data-behind="{key}">{say("hidden")}</p>'
                f'<div class="page-behind" data-behind="{key}" hidden>{figure}</div>'
            )
        return f'<div class="page-figure" id="figure-{name}">{figure}</div>'

    def _name(self, source: str, title: str) -> str:
        found = _NAME.findall(source)
        name = found[-1] if found else re.sub(r"\W+", "_", title.lower()).strip("_")
        self._names.append(name)
        times = self._names.count(name)
        return name if times == 1 else f"{name}_{times}"

    def _address(self, name: str) -> str:
        return f"_static/figures/{self._lesson}/{name}"

    def _write_recording(self, name: str, recording: dict[str, Any]) -> str:
        """Write a recording as a script: a page from the file system may not fetch a file."""
        data = base64.b64encode(compress(recording)).decode()
        address = f"{self._address(name)}.js"
        call = f"receiveRecording({json.dumps(address)}, {json.dumps(data)});\n"
        (self._folder / f"{name}.js").write_text(call, encoding="utf-8")
        return address

    def _stored(self, name: str, page: str) -> str:
        image = BeautifulSoup(page, "html.parser").img
        data = image["src"].partition("base64,")[2]
        (self._folder / f"{name}.svg").write_bytes(base64.b64decode(data))
        words = html.escape(image["alt"])
        return (
            f'<img class="page-stored" loading="lazy" alt="{words}" src="{self._address(name)}.svg"'
            ' width="864">'
        )

    def _foot(self, recording: dict[str, Any]) -> str:
        labels = [html.escape(one["label"]) for one in recording["controls"]]
        more = ""
        if recording["held"]:
            named = ", ".join(f"<em>{label}</em>" for label in labels)
            link = f'<a href="{run_address(self._lesson)}">{say("all_controls")}</a>'
            more = f"<span>{say('movable', labels=named)} {link}.</span> "
        return (
            f'<p class="page-foot">{more}<button type="button" class="page-copy" '
            f'data-copied="{say("copied")}" data-failed="{say("not_copied")}">{say("copy_link")}'
            '</button> <span role="status"></span></p>'
        )


def run_address(lesson: str, place: str = "") -> str:
    """Return the address of a lesson in the browser edition, seen from a page at the root."""
    return f"lite/notebooks/index.html?path={lesson}.ipynb{place}"
