"""Hand memory that is free back to the operating system."""

import sys


def give_back() -> bool:
    """Return what this process freed but still holds; True when some was returned.

    glibc keeps freed blocks for later; on a large team that is some 30 MB after every screen was shown. Other C
    libraries return it by themselves, or cannot be asked: there nothing happens.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 - 8 ms, only when nobody waits

    try:
        trim = ctypes.CDLL("libc.so.6").malloc_trim
    except (OSError, AttributeError):  # another C library
        return False
    return bool(trim(0))
