"""Live figures as recordings, and predictions as declined: what an export shows of a lesson."""

import sys
from functools import partial
from typing import Any

from lessonlib.live import LiveFigure, record, settings
from lessonlib.predict import Prediction, Recap

MIME_TYPE = "application/vnd.lessonlib.recording+json"
NARROW_MIME_TYPE = "application/vnd.lessonlib.narrow-recording+json"


def show_recordings(*, narrow: bool = True, **limits: int) -> None:
    """From now on, let this kernel show recordings of live figures, with their answers.

    For exports, where nobody can predict: predictions count as declined as soon as they are shown,
    and the recap has the truth alone.

    Parameters
    ----------
    narrow : bool
        Whether to record figures that have another shape for phones in that one too.
    **limits : int
        Passed to :func:`lessonlib.live.record`, such as ``most_positions``.
    """
    settings.stills = "svg"
    shell = sys.modules["IPython"].get_ipython()
    formatter = shell.display_formatter.mimebundle_formatter
    formatter.for_type(LiveFigure, partial(_show_recording, limits, narrow))
    formatter.for_type(Prediction, _show_declined)
    formatter.for_type(Recap, _show_truths)


def _show_recording(
    limits: dict[str, int], narrow: bool, figure: LiveFigure, **_: object
) -> dict[str, Any]:
    bundle = {
        MIME_TYPE: record(figure, **limits),
        "text/html": figure.static_html(),
        "text/plain": f"{figure.title}. {figure.words}",
    }
    if narrow and figure.can_stack:
        figure.reshape(narrow=True)
        bundle[NARROW_MIME_TYPE] = record(figure, **limits)
        figure.reshape(narrow=False)
    return bundle


def _show_declined(prediction: Prediction, **options: Any) -> dict[str, Any]:
    prediction.decline()
    bundle = prediction._repr_mimebundle_(**options)
    return {**bundle, "text/html": f'<div class="live-prediction">{bundle["text/html"]}</div>'}


def _show_truths(recap: Recap, **options: Any) -> dict[str, Any]:
    return {
        **recap._repr_mimebundle_(**options),
        "text/html": recap.to_html(with_predictions=False),
    }
