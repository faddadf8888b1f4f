"""What each live figure of the course shows: one module a lesson."""

from lessonlib.live import controls, settings
from lessonlib.stage import StageView
from lessonlib.words import Words

settings.say = Words("live")
settings.companions = (StageView,)  # a figure on stage brings what fits slides to the screen


# SHIM: figures in the old form of `live` (a decorator) find the names of their controls in the
# course-wide words/en/labels.toml. It goes with the last of them.
def _label_of(name: str) -> str:
    labels = Words("labels")
    return labels(name) if name in labels else controls.plain_label(name)


controls.label_of = _label_of
