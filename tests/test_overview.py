"""How far the reader has come."""

from lessonlib import progress
from lessonlib.exercises import all_exercises
from lessonlib.overview import progress_map
from lessonlib.quiz import LESSONS, question_keys


def test_at_first_nothing_is_done_and_every_exercise_and_question_is_on_the_map():
    rows = progress_map().rows
    assert len(rows) == len(LESSONS)
    assert [(row[1], row[3]) for row in rows] == [(0, 0)] * len(LESSONS)
    assert sum(row[2] for row in rows) == len(all_exercises())
    assert [row[4] for row in rows] == [len(question_keys(lesson)) for lesson in LESSONS]


def test_passed_exercises_and_right_answers_are_counted_in_their_lesson():
    first, second = [name for name, one in all_exercises().items() if one.lesson == 1][:2]
    progress.record_attempt(first, "passed")
    progress.record_attempt(second, "mistake", "sum")
    progress.record_attempt("an_exercise_of_before", "passed")
    progress.record_answer(question_keys(2)[0], "A", right=True)
    progress.record_answer(question_keys(2)[1], "A", right=False)
    rows = progress_map().rows
    assert [(row[1], row[3]) for row in rows] == [(1, 0), (0, 1), *[(0, 0)] * (len(LESSONS) - 2)]


def test_html_and_plain_text_say_the_same():
    table = progress_map()
    bundle = table._repr_mimebundle_()
    assert bundle["text/plain"] == repr(table)
    for title, passed, exercises, right, questions in table.rows:
        line = (
            f"{title}: {passed} of {exercises} exercises passed, "
            f"{right} of {questions} quiz questions answered"
        )
        assert line in repr(table)
        assert title in bundle["text/html"]
        assert f"</progress> {passed} of {exercises}</td>" in bundle["text/html"]


def test_a_damaged_file_is_told():
    progress.folder().mkdir(parents=True)
    (progress.folder() / "progress.json").write_text("<damaged>")
    table = progress_map()
    assert "was damaged" in repr(table)
    assert "was damaged" in table._repr_mimebundle_()["text/html"]
