"""One thread for linear algebra: two threads make the same small products several times slower."""

from __future__ import annotations

import os
import sys

VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def limit_threads() -> bool:
    """Ask BLAS libraries for one thread, unless the environment already says how many.

    The libraries read the variables when numpy is first imported.

    Returns:
        Whether the call came in time, that is, before numpy was imported.

    Examples:
        >>> _ = limit_threads()
        >>> all(name in os.environ for name in VARIABLES)
        True
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
    return "numpy" not in sys.modules
