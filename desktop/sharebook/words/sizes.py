"""How large a file is, in words."""

_KIB, _MIB = 1024, 1024 * 1024


def size_words(size: int) -> str:
    """Return "1 byte", "14 KB" or "2.5 MB" for a number of bytes."""
    if size < _KIB:
        return f"{size:,} byte{'' if size == 1 else 's'}"
    if size < _MIB:
        return f"{round(size / _KIB):,} KB" if size < _MIB - _KIB // 2 else "1 MB"
    return f"{size / _MIB:,.1f}".removesuffix(".0") + " MB"
