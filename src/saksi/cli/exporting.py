"""``saksi export``: the rows of a store, under the filters of the questions, as a file of a format.

Turns a command line into a selection and hands it to a format; it writes no format itself.
"""

from __future__ import annotations

from pathlib import Path

from saksi.cli import exits
from saksi.cli.options import Values, to_filters
from saksi.cli.talk import say


def export(values: Values) -> int:
    """Write events, statements, relations and articles in another program's format."""
    from saksi.export.files import new_file
    from saksi.export.formats import find_format
    from saksi.store.store import Store

    chosen = find_format(values["format"])
    path = Path(values["out"])
    with Store.open(values["store"]) as store, new_file(path) as place:
        told = chosen.write(store.select(**to_filters(values)), place)
    say(f"{path}: {told}")
    return exits.OK
