"""A lesson on stage: in JupyterLab (``stage.js``), and as it is exported.

Everything here is for those who present a lesson; readers do not need it.
"""

from lessonlib.stage.recordings import MIME_TYPE, NARROW_MIME_TYPE, show_recordings
from lessonlib.stage.view import StageView

__all__ = ["MIME_TYPE", "NARROW_MIME_TYPE", "StageView", "show_recordings"]
