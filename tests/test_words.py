"""Sentences for the reader: all that are used are there, and all that are there are used."""

import ast
import re
from pathlib import Path
from tomllib import loads

import pytest

from lessonlib.words import LANGUAGE_SETTING, Words, current_language

LIBRARY = Path(__file__).parents[1] / "lessonlib"
ENGLISH = LIBRARY / "words" / "en"
# Read as whole tables, or by the names of exercises, or by the engine of the live figures, whose
# texts these are in another language: their own tests look at them.
BY_NAME = re.compile(r"quiz|exercises.*|live")
MODULES = [path for path in LIBRARY.rglob("*.py") if "words" not in path.parts]


def test_values_are_written_into_their_places():
    assert Words("live")("error", kind="ValueError", error="H=0").startswith("This picture")
    assert "ValueError: H=0" in Words("live")("error", kind="ValueError", error="H=0")


def test_an_unknown_sentence_names_its_file():
    with pytest.raises(KeyError, match=r"key='no_such' is not a sentence of .*en/live.toml"):
        Words("live")("no_such")


def test_an_unknown_table_names_its_file():
    with pytest.raises(KeyError, match=r"table='no_such' is not a table of .*en/live.toml"):
        Words("live", "no_such")


def test_the_language_is_one_setting(monkeypatch):
    monkeypatch.delenv(LANGUAGE_SETTING, raising=False)
    assert current_language() == "en"
    monkeypatch.setenv(LANGUAGE_SETTING, "en")
    assert Words("live")("pause") == "Pause"
    monkeypatch.setenv(LANGUAGE_SETTING, "xx")
    with pytest.raises(ValueError, match="LESSONLIB_LANGUAGE='xx': expected one of en"):
        Words("live")


def used_keys(source):
    """Return what a module's source asks of its words: patterns of keys, by file and table.

    A key is a text, a choice between texts, or a text with places: what stands in a place may be
    anything. A key that is none of these cannot be checked and is returned as ``None``.
    """
    tree = ast.parse(source)
    tables, used = {}, {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            targets, values = node.targets, [node.value]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                targets, values = node.targets[0].elts, node.value.elts
            for target, value in zip(targets, values, strict=True):
                if isinstance(value, ast.Call) and ast.unparse(value.func) == "Words":
                    place = tuple(getattr(one, "value", None) for one in value.args)
                    tables[ast.unparse(target)] = (*place, "")[:2]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in tables:
            place = tables[ast.unparse(node.func)]
            used.setdefault(place, []).extend(patterns(node.args[0]))
    return used


def patterns(key):
    if isinstance(key, ast.Constant):
        return [re.escape(key.value)]
    if isinstance(key, ast.IfExp):
        return patterns(key.body) + patterns(key.orelse)
    if isinstance(key, ast.JoinedStr):
        parts = [
            re.escape(one.value) if isinstance(one, ast.Constant) else None for one in key.values
        ]
        if any(parts):
            return ["".join(part or r"\w+" for part in parts)]
    return [None]


def test_uses_of_words_are_found():
    source = """
_words, _labels = Words("a"), Words("b/c", "table")
def f(n, is_good):
    return _words("one"), _labels(f"is_{n}"), _words("good" if is_good else "bad"), _words(n)
"""
    assert used_keys(source) == {
        ("a", ""): ["one", "good", "bad", None],
        ("b/c", "table"): [r"is_\w+"],
    }


def all_used():
    found = {}
    for path in MODULES:
        for (name, table), keys in used_keys(path.read_text("utf-8")).items():
            if name is not None and not BY_NAME.fullmatch(name):
                found.setdefault((name, table), []).extend((key, path) for key in keys)
    return found


def all_there():
    """All keys of all files, by file and table, without the labels of figures."""
    found = {}
    for path in ENGLISH.rglob("*.toml"):
        name = path.relative_to(ENGLISH).with_suffix("").as_posix()
        if BY_NAME.fullmatch(name):
            continue
        content = loads(path.read_text("utf-8"))
        found[name, ""] = {key for key, value in content.items() if isinstance(value, str)}
        for table, inside in content.items():
            if isinstance(inside, dict):
                found[name, table] = {key for key, one in inside.items() if isinstance(one, str)}
    return found


def test_every_key_that_is_used_is_there():
    there, missing = all_there(), []
    for place, keys in all_used().items():
        for key, path in keys:
            if key is None:
                missing.append(f"{path.name}: a key of {place} is not written out")
            elif not any(re.fullmatch(key, one) for one in there.get(place, ())):
                missing.append(f"{path.name}: {key} is not in {place}")
    assert missing == []


def test_every_key_that_is_there_is_used():
    used = all_used()
    unused = [
        f"{place}: {key}"
        for place, keys in all_there().items()
        for key in sorted(keys)
        if not any(pattern and re.fullmatch(pattern, key) for pattern, _ in used.get(place, ()))
    ]
    assert unused == []
