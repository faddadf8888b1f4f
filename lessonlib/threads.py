"""One thread for linear algebra: at the sizes of this course, more only wait for one another."""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController

_thread_pools = cache(ThreadpoolController)  # finding the pools takes milliseconds: once


def one_thread() -> AbstractContextManager[object]:
    """Keep linear algebra to one thread.

    Examples
    --------
    >>> import numpy as np
    >>> with one_thread():
    ...     total = np.ones(3) @ np.ones(3)
    """
    limit: AbstractContextManager[object] = _thread_pools().limit(limits=1)
    return limit
