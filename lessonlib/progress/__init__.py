"""What a reader has done so far, in one small file on their own machine.

Nothing leaves the machine.
"""

from lessonlib.progress.records import (
    attempts,
    export,
    prediction,
    record_answer,
    record_attempt,
    record_prediction,
)
from lessonlib.progress.storage import VERSION, folder, problem, read, read_and_tell, reset

__all__ = [
    "VERSION",
    "attempts",
    "export",
    "folder",
    "prediction",
    "problem",
    "read",
    "read_and_tell",
    "record_answer",
    "record_attempt",
    "record_prediction",
    "reset",
]
