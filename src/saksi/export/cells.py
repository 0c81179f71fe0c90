"""Makes cells of tables safe: text that a spreadsheet would run as a formula stays text.

Turns one value into what may stand in CSV or a sheet. It knows no rows.
"""

from __future__ import annotations

Plain = str | int | float | bool | None
#: Signs that make a spreadsheet run a cell (OWASP's list for CSV injection).
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def guard(value: Plain) -> Plain:
    """Text that begins like a formula with an apostrophe before it; other values as they are.

    >>> guard("=HYPERLINK(1)"), guard("Xi"), guard(-2.5)
    ("'=HYPERLINK(1)", 'Xi', -2.5)
    """
    if isinstance(value, str) and value.lstrip(" ").startswith(_RUNS):
        return f"'{value}"
    return value
