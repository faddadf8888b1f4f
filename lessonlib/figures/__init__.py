"""What each live figure of the course shows: one module a lesson."""

from lessonlib.live import settings
from lessonlib.stage import StageView
from lessonlib.words import Words

settings.say = Words("live")
settings.companions = (StageView,)  # a figure on stage brings what fits slides to the screen
