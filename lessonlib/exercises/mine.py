"""The reader's own library: what passes its check is kept, and later lessons compute with it."""

import io
import re
import traceback
import warnings
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import replace
from typing import Any, NamedTuple

from lessonlib import progress
from lessonlib.exercises import running
from lessonlib.exercises.exercise import Exercise
from lessonlib.exercises.judging import judge
from lessonlib.exercises.sections import Sections, take_apart
from lessonlib.exercises.sources import NoSourceError, collect
from lessonlib.exercises.timing import TimeUpError, time_limit
from lessonlib.words import Words

_words = Words("mine")


class _BrokenError(Exception):
    """The file does not run; the message says why."""


class _RefusedError(Exception):
    """A function cannot be kept; the message is a line for the reader."""


class _Loaded(NamedTuple):
    """What a text of the file says and defines, and which of its functions have been checked."""

    text: str
    sections: Sections
    namespace: dict[str, Any]
    passes: dict[str, bool]


class Mine:
    """The reader's own functions: ``mine("backpropagate")`` is one, ``mine.show()`` shows all.

    Parameters
    ----------
    exercises : callable
        Returns all exercises by name, in the order of the course.
    """

    def __init__(self, exercises: Callable[[], Mapping[str, Exercise]]) -> None:
        self._exercises = exercises
        self._last = _Loaded("", Sections(), {}, {})

    def __call__(self, name: str) -> Callable[..., Any]:
        """Return the reader's own function, or lessonlib's where there is none; say which.

        The reader's file is run and the function checked the first time, and again when the file
        has changed.

        Parameters
        ----------
        name : str
            Name of an exercise.

        Returns
        -------
        callable
            It takes what the exercise takes.

        Raises
        ------
        ValueError
            If there is no such exercise.
        """
        exercise = self._exercises().get(name)
        if exercise is None:
            known = ", ".join(self._exercises())
            raise ValueError(f"name={name!r}: expected the name of an exercise, one of {known}")
        own, line = self._find(exercise)
        print(line)
        return exercise.reference if own is None else own

    def show(self) -> "Listing":
        """Show the file with the reader's own functions."""
        try:
            code = progress.read_code()
        except OSError as error:
            return Listing("", _words("unreadable", error=error))
        return Listing(code, _words("where", file=progress.code_file()) if code else _words("none"))

    def keep(self, name: str, function: Callable[..., Any]) -> list[str]:
        """Write a function that has passed its check into the reader's file.

        Parameters
        ----------
        name : str
            Name of the exercise.
        function : callable

        Returns
        -------
        list of str
            Lines for the reader. Nothing is raised.
        """
        lines: list[str] = []
        try:
            while True:  # until no other notebook has written in between
                before = progress.read_code()
                try:
                    old = self._load(before)
                except _BrokenError as error:
                    done = progress.replace_code(before, "", copy="aside")
                    if done.copy:
                        lines.append(_words("restarted", file=done.copy.name, error=error))
                else:
                    after, line, copy = self._put(name, function, old)
                    if after == before:
                        return lines
                    done = progress.replace_code(before, after, copy=copy)
                    if done.is_written:
                        return [*lines, line]
                if done.trouble:
                    return [*lines, done.trouble]
        except OSError as error:
            return [*lines, _words("unreadable", error=error)]
        except _RefusedError as error:
            return [*lines, str(error)]

    def _put(self, name: str, function: Any, old: _Loaded) -> tuple[str, str, progress.CopyKind]:
        """Return the new text, a line about it, and which copy to keep of the old one."""
        try:
            bundle = collect(name, function)
        except NoSourceError as error:
            line = _words("no_source") if error.name == name else _words("no_part", part=error.name)
            raise _RefusedError(line) from error
        exercises = self._exercises()
        before = old.sections
        after = before.with_function(name, exercises[name].lesson, bundle, exercises)
        after = replace(after, header=before.header or _words("header").strip())
        if after.everything() != before.everything():
            self._verify(name, before, after)
        is_lost = not set(before.everything().values()) <= set(after.everything().values())
        if is_lost:
            return after.text(), _words("replaced", name=name), "backup"
        return after.text(), _words("kept" if before.functions else "first", name=name), ""

    def _verify(self, name: str, before: Sections, after: Sections) -> None:
        """Check the function as it stands in the new file, and all that share a part with it."""
        try:
            loaded = self._load(after.text())
        except _BrokenError as error:
            raise _RefusedError(_words("not_alone")) from error
        earlier, now = before.everything(), after.everything()
        changed = {part for part in earlier | now if earlier.get(part) != now.get(part)}
        exercises = self._exercises()
        for one in (name, *exercises):
            shared = changed & after.needs(one)
            if one not in after.functions or not shared or self._passes(exercises[one], loaded):
                continue
            if one == name:
                raise _RefusedError(_words("not_alone"))
            part = min(shared - {name}, default="")
            line = _words("clash", part=part, other=one) if part else _words("breaks", other=one)
            raise _RefusedError(line)

    def _find(self, exercise: Exercise) -> tuple[Callable[..., Any] | None, str]:
        """Return the reader's own function, if there is one that passes, and a line about it."""
        name = exercise.name
        try:
            text = progress.read_code()
            loaded = self._load(text)
        except OSError as error:
            why = _words("unreadable", error=error)
            return None, _words("library_since", name=name, why=why)
        except _BrokenError as error:
            done = progress.replace_code(text, "", copy="aside")
            file = done.copy.name if done.copy else progress.CODE_NAME
            why = _words("broken", error=error, file=file)
            return None, _words("library_since", name=name, why=done.trouble or why)
        if name not in loaded.sections.functions:
            return None, _words("library", name=name)
        if self._passes(exercise, loaded):
            own: Callable[..., Any] = loaded.namespace[name]
            return own, _words("own", name=name)
        done = progress.replace_code(text, loaded.sections.without(name).text(), copy="aside")
        why = _words("fails", file=done.copy.name if done.copy else progress.CODE_NAME)
        return None, _words("library_since", name=name, why=done.trouble or why)

    def _load(self, text: str) -> _Loaded:
        """Run the text of a file; once, as long as it is the same."""
        if text != self._last.text:
            self._last = _Loaded(text, *_run(text), {})
        return self._last

    def _passes(self, exercise: Exercise, loaded: _Loaded) -> bool:
        """Check a function of the file; once, as long as the file is the same."""
        if exercise.name not in loaded.passes:
            function = loaded.namespace.get(exercise.name)
            with redirect_stdout(io.StringIO()):
                kind = judge(exercise, function).kind if callable(function) else "missing"
            loaded.passes[exercise.name] = kind == "passed"
        return loaded.passes[exercise.name]


def _run(text: str) -> tuple[Sections, dict[str, Any]]:
    """Run the text of a file, as long as a check may take; return it taken apart, and its names."""
    file = str(progress.code_file())
    namespace: dict[str, Any] = {"__name__": "my_network", "__file__": file}
    limit = time_limit(running.TIME_LIMIT)
    try:
        with limit, redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(text, file, "exec"), namespace)
        return take_apart(text), namespace
    except SyntaxError as error:
        raise _BrokenError(f"SyntaxError: {error}") from error  # with the number of the line
    except (Exception, SystemExit, TimeUpError) as error:
        raise _BrokenError("".join(traceback.format_exception_only(error)).strip()) from error


class Listing:
    """The file with the reader's own functions, ready to be shown; ``line`` says where it is."""

    def __init__(self, code: str, line: str) -> None:
        self.code, self.line = code, line

    def __repr__(self) -> str:
        return f"{self.line}\n\n{self.code}".strip()

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        # Markdown, since JupyterLab highlights code in it as it does in a cell.
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", self.code))])
        block = f"\n\n{fence}python\n{self.code.rstrip()}\n{fence}" if self.code else ""
        return {"text/markdown": self.line + block, "text/plain": repr(self)}
