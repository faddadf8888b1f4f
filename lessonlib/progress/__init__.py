"""What a reader has done so far, in one small file on their own machine.

What they have written stands in a file beside it. Nothing leaves the machine.
"""

from lessonlib.progress.own_code import (
    CODE_NAME,
    CopyKind,
    code_file,
    read_code,
    replace_code,
    reset,
)
from lessonlib.progress.records import (
    attempts,
    prediction,
    record_answer,
    record_attempt,
    record_prediction,
)
from lessonlib.progress.reports import export, load, to_text
from lessonlib.progress.storage import VERSION, folder, forgetful, problem, read, read_and_tell

__all__ = [
    "CODE_NAME",
    "VERSION",
    "CopyKind",
    "attempts",
    "code_file",
    "export",
    "folder",
    "forgetful",
    "load",
    "prediction",
    "problem",
    "read",
    "read_and_tell",
    "read_code",
    "record_answer",
    "record_attempt",
    "record_prediction",
    "replace_code",
    "reset",
    "to_text",
]
