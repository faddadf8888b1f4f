"""One thread for linear algebra: at the sizes of this course, more only wait for one another."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import LibController, ThreadpoolController


@cache  # finding the pools takes milliseconds: once
def _pools() -> list[LibController]:
    pools: list[LibController] = ThreadpoolController().select(user_api="blas").lib_controllers
    return pools


@contextmanager
def one_thread() -> Iterator[None]:
    """Keep linear algebra to one thread.

    It does what ``threadpoolctl.threadpool_limits(1, "blas")`` does in half the time, which
    a short training would notice.

    Examples
    --------
    >>> import numpy as np
    >>> with one_thread():
    ...     total = np.ones(3) @ np.ones(3)
    """
    before = [(pool, pool.get_num_threads()) for pool in _pools()]
    for pool, _ in before:
        pool.set_num_threads(1)
    try:
        yield
    finally:
        for pool, n_threads in before:
            pool.set_num_threads(n_threads)
