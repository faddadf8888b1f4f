"""An event loop for tests of what is done while the kernel is idle."""

import asyncio

from lessonlib.live import idle


class Loop:
    """An event loop whose time passes only when a test lets it."""

    def __init__(self):
        self.now = 1000.0
        self.due = []
        self.closed = False

    def take_place(self, monkeypatch):
        """Be the loop of this test, and its clock; no cell runs."""
        monkeypatch.setattr(asyncio, "get_running_loop", lambda: self)
        monkeypatch.setattr(idle, "monotonic", lambda: self.now)
        monkeypatch.setattr(idle._reader, "runs_cell", False)

    def call_soon_threadsafe(self, call, *arguments):
        self.call_later(0, call, *arguments)

    def call_later(self, seconds, call, *arguments):
        self.due.append((self.now + seconds, call, arguments))

    def is_closed(self):
        return self.closed

    def work(self, seconds):
        """Let what runs just now take its time."""
        self.now += seconds
        return True

    def run(self, seconds):
        """Let time pass."""
        end = self.now + seconds
        while self.due and min(self.due, key=lambda one: one[0])[0] <= end:
            first = min(self.due, key=lambda one: one[0])
            self.due.remove(first)
            self.now = max(self.now, first[0])
            first[1](*first[2])
        self.now = max(self.now, end)
