"""What one call of an answer did, in plain data: nothing that the answer made is in it."""

from dataclasses import dataclass
from typing import Any

# After one of these no further case can be run.
FINAL = frozenset({"timeout", "memory", "ended"})


@dataclass(frozen=True)
class Outcome:
    """What one call did.

    Attributes
    ----------
    kind : str
        ``"value"``: it returned. ``"mutated"``: it returned, and changed an argument.
        ``"error"``: it raised, be it ``SystemExit`` or ``KeyboardInterrupt``. ``"timeout"``: the
        time for all cases was up. ``"memory"``: it asked for more memory than an answer may have.
        ``"ended"``: it ended its process, by ``os._exit`` or a crash. ``"not_run"``: one of the
        last three came before this case.
    value : any
        For a value, what counts of it, in plain arrays; for an error, and for too much memory
        where it is known, a :class:`~lessonlib.exercises.raised.Raised`; for a mutation, the
        number of the changed argument; for an end, how it ended, such as ``"SIGSEGV"``.
    warned : bool
        Whether NumPy warned, of an overflow for instance.
    returned : any
        All that was returned, in plain arrays; None where nothing was.
    printed : str
        The beginning of what was printed meanwhile; it is shown all the same.
    line : str
        For a timeout, the reader's line that was running; empty if it is not known.
    one_call : bool
        For a timeout: to the end it was inside one call, such as ``sum(range(10**12))``.
    """

    kind: str
    value: Any = None
    warned: bool = False
    returned: Any = None
    printed: str = ""
    line: str = ""
    one_call: bool = False
