"""Leads the ranges of a record back to the original text.

Turns offsets into a mended text (see ``records.Repair``) into offsets of the text as it was read,
and the words beside them into the original's own. It changes nothing else of a record.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from saksi.records import Repair


class WayBack:
    """Offsets of a mended text as offsets of its original."""

    def __init__(self, repairs: Sequence[Repair]) -> None:
        """Note where each repair begins and ends in the mended text, and how far off what follows is."""
        self._repairs = tuple(repairs)
        self._starts: list[int] = []
        self._ends: list[int] = []
        shift = 0
        for repair in self._repairs:
            self._starts.append(repair.start - shift)
            self._ends.append(repair.start - shift + len(repair.text))
            shift += repair.end - repair.start - len(repair.text)

    def start(self, offset: int) -> int:
        """Where a range that begins here begins: after what was taken out before it.

        >>> WayBack([Repair(2, 3, "", "invisible")]).start(2)
        3
        """
        index = bisect_right(self._ends, offset) - 1
        if index + 1 < len(self._starts) and self._starts[index + 1] < offset:
            return self._repairs[index + 1].start  # inside a repair: all of it
        return self._after(index, offset)

    def end(self, offset: int) -> int:
        """Where a range that ends here ends: before what was taken out after it.

        >>> WayBack([Repair(2, 3, "", "invisible")]).end(2)
        2
        """
        index = bisect_left(self._starts, offset) - 1
        if index >= 0 and offset < self._ends[index]:
            return self._repairs[index].end
        return self._after(index, offset)

    def _after(self, index: int, offset: int) -> int:
        return offset if index < 0 else self._repairs[index].end + offset - self._ends[index]


def lead_back(record: dict[str, object], original: str, repairs: Sequence[Repair]) -> None:
    """Set every range in a record, and the words it quotes, to the original's."""
    way = WayBack(repairs)
    for part in _objects(record):
        start, end = part.get("start"), part.get("end")
        if isinstance(start, int) and isinstance(end, int):
            start = way.start(start)
            part["start"], part["end"] = start, max(start, way.end(end))
            if "text" in part:
                part["text"] = original[start : max(start, way.end(end))]


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Every object inside a record."""
    match value:
        case dict():
            yield value
            for part in value.values():
                yield from _objects(part)
        case list():
            for part in value:
                yield from _objects(part)
