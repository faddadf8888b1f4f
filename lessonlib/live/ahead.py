"""Frames that are computed before they are asked for, while the kernel has nothing else to do.

A move of a control takes the way to the kernel and back. Where a figure rests, it computes what it
would show at the other positions of each control, nearest first, and sends that to the browser,
where ``ahead.js`` shows a move at once whose frame is there. The kernel's own frame follows; it is
the same, since a figure is a function of its controls.
"""

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from threading import RLock
from time import monotonic
from typing import Any

import ipywidgets

from lessonlib.live import settings
from lessonlib.live.controls import place_of, positions_of, trait_of, value_of
from lessonlib.live.idle import Idle
from lessonlib.live.reel import Reel
from lessonlib.live.view import PictureView

_log = logging.getLogger(__name__)
Values = dict[str, Any]
Place = list[Any]  # where each control stands, as the browser knows it


class Ahead:
    """Computes frames of one figure ahead, and sends them.

    Parameters
    ----------
    controls : mapping of str to ipywidgets.DOMWidget
    draw : callable
        Takes values of all controls and returns the words, the whole picture, and the parts that
        differ from it. The reader sees nothing of it.
    view : PictureView
        Is told what is computed, and tells whether it can be seen.
    lock : threading.RLock
        Held by whoever draws.
    is_on : bool
        Without it, nothing is ever computed.
    """

    def __init__(
        self,
        controls: Mapping[str, ipywidgets.DOMWidget],
        draw: Callable[[Values], tuple[str, str, dict[str, str]]],
        view: PictureView,
        lock: RLock,
        *,
        is_on: bool,
    ) -> None:
        self._controls = controls
        self._draw, self._view, self._lock = draw, view, lock
        can_be_told = all(trait_of(one) in one.keys for one in controls.values())
        self._is_on = is_on and settings.frames_ahead and bool(controls) and can_be_told
        if self._is_on:  # then the browser may watch the controls
            view.watched = [(one.model_id, trait_of(one)) for one in controls.values()]
            view.on_msg(lambda _, message, __: self._hear(message))
        self._here: Place = []
        self._round, self._bytes = 0, 0
        self._reel = Reel()
        self._sent: list[Place] = []
        self._has_dropped = False  # whether some of what was sent is of no use any more
        self._plan: Iterator[Values] | None = None
        self._seconds = 0.0  # of computing, since the last move
        self._views: set[str] = set()  # those that can be seen
        self._is_away = False  # whether the artists show something else than the controls say
        self._idle = Idle(self._compute_one, self.stand)

    def drawn(self) -> dict[str, Any]:
        """Hear that the figure was drawn where the controls stand, and forget what that changes.

        Returns
        -------
        dict
            What the browser must know with this frame: ``at``, where the controls stand, and
            ``round``, another number when all frames that it keeps are void.
        """
        if not self._is_on:
            return {}
        here = self._place(self._values)
        if here == self._here:  # something else than a control has changed
            self._forget()
        n_sent = len(self._sent)
        self._here, self._sent = here, [one for one in self._sent if _is_on_a_line(one, here)]
        self._has_dropped |= len(self._sent) < n_sent
        self._plan, self._seconds, self._is_away = None, 0.0, False
        if self._views:
            self._idle.wake()
        return {"at": here, "round": self._round}

    def _hear(self, message: Mapping[str, Any]) -> None:
        """Take a message of a view: whether it can be seen, or that a frame was not the same."""
        with self._lock:
            if message.get("differs"):
                _log.warning("a figure is no function of its controls: no more frames ahead")
                self._is_on = False
                return
            self._views.discard(message["view"])
            if message["visible"]:
                self._views.add(message["view"])
                if message["kept"] == 0:
                    self._forget()
                self._plan = None
                self._idle.wake()

    def stand(self) -> None:
        """Let the artists show what the controls say.

        Nobody waits for it: whoever holds the lock draws, and most often draws this.
        """
        if self._is_away and self._lock.acquire(blocking=False):
            try:
                self._is_away = False
                self._try(lambda: self._draw(self._values))
            finally:
                self._lock.release()

    def _forget(self) -> None:
        self._round += 1
        self._reel, self._sent = Reel(), []
        self._bytes, self._has_dropped = 0, False

    def _compute_one(self) -> bool:
        """Compute and send one frame; return whether there may be more."""
        if not self._lock.acquire(blocking=False):
            return True
        try:
            start = monotonic()
            values = self._next()
            if values is None:
                self.stand()
                return False
            self._is_away = True
            self._try(lambda: self._send_frame(values))
            self._seconds += monotonic() - start
            return True
        finally:
            self._lock.release()

    def _next(self) -> Values | None:
        is_wanted = self._is_on and settings.frames_ahead and self._views
        if not is_wanted or self._seconds >= settings.SECONDS_AHEAD:
            return None
        if self._plan is None:
            if self._has_dropped and self._bytes >= settings.BYTES_AHEAD:
                self._forget()
            self._plan = self._frames_to_come()
        return next(self._plan, None) if self._bytes < settings.BYTES_AHEAD else None

    def _frames_to_come(self) -> Iterator[Values]:
        """Yield values of all controls: one of them moved, the nearest positions first."""
        here = self._values
        lines = [
            [{**here, name: value} for value in positions_of(control)]
            for name, control in self._controls.items()
        ]
        for equally_near in zip_longest(*lines):
            yield from (one for one in equally_near if one and self._place(one) not in self._sent)

    @property
    def _values(self) -> Values:
        return {name: value_of(control) for name, control in self._controls.items()}

    def _place(self, values: Values) -> Place:
        return [place_of(control, values[name]) for name, control in self._controls.items()]

    def _send_frame(self, values: Values) -> None:
        words, whole, parts = self._draw(values)
        reel, place = self._reel, self._place(values)
        n_wholes, n_parts = len(reel.wholes), len(reel.parts)
        frame = {**reel.add(words, whole, parts), "at": place}
        wholes, fresh = list(reel.wholes)[n_wholes:], list(reel.parts)[n_parts:]
        self._bytes += sum(map(len, wholes)) + sum(len(svg) for _, svg in fresh) + len(words)
        self._sent.append(place)
        self._view.send({"round": self._round, "wholes": wholes, "parts": fresh, "frame": frame})

    def _try(self, do: Callable[[], object]) -> None:
        """Do what must not be seen to fail: if the reader moves there, it fails again and is told.

        Likewise a warning is not used up here.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                do()
        except Exception:
            _log.debug("no frame ahead", exc_info=True)


def _is_on_a_line(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Return whether at most one control stands elsewhere."""
    return [a == b for a, b in zip(one, other, strict=True)].count(False) <= 1
