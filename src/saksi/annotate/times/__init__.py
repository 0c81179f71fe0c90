"""Finds time expressions in sentences and gives them values.

``find_times`` turns text into unresolved ``RawTime`` records; ``resolve_times`` turns those of
a whole article into ``Time`` records; ``normalise`` reads one expression on its own.
"""

from saksi.annotate.times.find import find_times
from saksi.annotate.times.normalise import normalise
from saksi.annotate.times.raw import RawTime, TimeFields
from saksi.annotate.times.resolve import resolve_times

__all__ = ["RawTime", "TimeFields", "find_times", "normalise", "resolve_times"]
