"""Every claim has a test and every such test a claim; a reason given is one or the other."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest
from claiming import Claim
from sentences import Piece, all_pieces, cells, sentences, words

HERE = Path(__file__).parent
# Lessons whose reasons are all carried by claims, or listed in no_claim/.
CARRIED = tuple(range(8))


@cache
def pieces():
    return all_pieces()


def carriers():
    """Return the names of the tests of claims, one for each place where one is."""
    return [
        node.name.removeprefix("test_")
        for path in sorted(HERE.glob("test_lesson*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def test_every_claim_has_a_test():
    carried = set(carriers())
    missing = {
        claim: piece.place for piece in pieces() for claim in piece.claims if claim not in carried
    }
    assert missing == {}


def test_every_test_carries_a_claim():
    said = {claim for piece in pieces() for claim in piece.claims}
    assert [name for name in carriers() if name not in said] == []


def test_no_two_tests_carry_the_same_claim():
    assert len(carriers()) == len(set(carriers()))


def listed(lesson):
    """Return the sentences of a lesson that need no claim, with the reasons."""
    path = HERE / "no_claim" / f"lesson{lesson}.toml"
    if not path.exists():
        return {}
    return tomllib.loads(path.read_text("utf-8"))


def uncarried(piece, reasons):
    """Return the causes of a piece that neither a claim nor a written reason stands for."""
    causes = [one for one in piece.causes() if not any(one.startswith(key) for key in reasons)]
    return causes if len(causes) > len(piece.claims) else []


@pytest.mark.parametrize("lesson", CARRIED)
def test_every_reason_is_carried(lesson):
    reasons = listed(lesson)
    missing = [
        f"{piece.place}: {one}"
        for piece in pieces()
        if piece.lesson == lesson
        for one in uncarried(piece, reasons)
    ]
    assert missing == []


def test_what_needs_no_claim_is_still_said():
    for path in sorted((HERE / "no_claim").glob("*.toml")):
        lesson = int(path.stem.removeprefix("lesson"))
        causes = [one for piece in pieces() if piece.lesson == lesson for one in piece.causes()]
        for start, reason in listed(lesson).items():
            assert any(one.startswith(start) for one in causes), f"nobody says: {start}"
            assert len(reason.split()) >= 3, f"{start}: expected a reason, got {reason!r}"


def test_sentences_are_told_apart():
    text = "# A head\n\nOne is so. It falls, so stop!\n\n- an item, because\n  it is one\n- other"
    assert sentences(text) == [
        "# A head",
        "One is so.",
        "It falls, so stop!",
        "- an item, because it is one",
        "- other",
    ]
    assert Piece("", 1, text, ()).causes() == ["It falls, so stop!", "- an item, because it is one"]


@pytest.mark.parametrize(
    "harmless", ["so that it fits", "So far, so many", "do so", "also", "and so on", "so-called"]
)
def test_a_purpose_or_a_manner_is_no_reason(harmless):
    assert Piece("", 1, f"It is {harmless} here.", ()).causes() == []


@pytest.mark.parametrize("word", ["because", "Since", "therefore", "so"])
def test_a_reason_is_found(word):
    piece = Piece("", 1, f"{word} it falls, it ends.", ())
    assert uncarried(piece, {}) == [piece.text]
    assert uncarried(piece, {f"{word} it": "a reason is given"}) == []
    assert uncarried(Piece("", 1, piece.text, ("it_ends",)), {}) == []
    twice = Piece("", 1, f"{piece.text} Because so it is.", ("it_ends",))
    assert len(uncarried(twice, {})) == 2


def test_claims_are_read_from_cells_and_words(tmp_path, monkeypatch):
    lesson = tmp_path / "03_name.py"
    lesson.write_text('# %% [markdown] tags=["exercise", "claim:it_falls"]\n# It falls.\n')
    assert [(one.lesson, one.claims) for one in cells(lesson)] == [(3, ("it_falls",))]
    monkeypatch.setattr("sentences.ENGLISH", tmp_path)
    table = tmp_path / "quiz.toml"
    table.write_text('[lesson2.one]\n# claim: it_rises\nwhy = "It rises."\nother = ["a", "b"]\n')
    found = {one.place: (one.lesson, one.claims) for one in words(table)}
    assert found["words/en/quiz.toml, lesson2.one.why"] == (2, ("it_rises",))
    assert found["words/en/quiz.toml, lesson2.one.other.1"] == (2, ())
    table.write_text("# claim: lost\n[lesson2.one]\n[lesson2.two]\nwhy = 1\n")
    with pytest.raises(ValueError, match="directly above a key"):
        words(table)


def test_a_claim_counts_the_draws_in_which_it_holds():
    claim = Claim("lesson1.name", 4)
    report = claim.over([1, 2, 3, 4], lambda value: value - 2.5, at_least=0.5)
    assert (report.share, report.mean) == (0.5, 0.0)
    assert claim.over_draws(lambda rng: rng.random(), at_least=1.0).summary()[:2] == (4, 1.0)
    with pytest.raises(AssertionError, match=r"holds in 25% of 4 draws, not in 50%.*\[0 1 2\]"):
        claim.batch([0.0, -1.0, -2.0, 1.0], at_least=0.5)
    with pytest.raises(ValueError, match="finite"):
        claim.batch([float("nan")])
    with pytest.raises(ValueError, match="one number a draw"):
        claim.batch([])
