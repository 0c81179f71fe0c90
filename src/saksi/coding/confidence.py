"""Says how likely an event record is right, from what makes records wrong.

Turns an event and the sentence that tells it into the share of such records that a reader
finds right (type, and the sides where they are given). The deductions are the differences
measured on the development articles, rounded; ``benchmarks/calibration.py`` shows how the
figures hold. Of retellings the surest counts (``resolve.retellings``).
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.records import NAMELESS, Event, Problem, Sentence

#: A record with named sides in its own sentence, told once in plain words.
PLAIN = 0.87
#: A side is people or a force without a name, whose country is often a guess.
UNNAMED = 0.12
#: No country or kind of body was found for a side.
UNCODED = 0.35
#: A side is named in another sentence only.
FAR = 0.12
#: The sentence is long, so that its clauses are harder to part.
LONG, LONG_LOSS = 220, 0.12
#: It is told inside a quotation.
QUOTED = 0.10
LEAST = 0.2
#: Records that are less likely are not given: on 40 pages labelled by hand five of five such were wrong.
LIKELY = 0.31


def confidence_of(event: Event, sentence: Sentence, *, quoted: bool) -> float:
    """The likelihood from 0 to 1 that type and sides are right, in steps of 0.01."""
    sides = (*event.actor, *event.recipient)
    value = PLAIN
    value -= UNNAMED * any((e.id or "").startswith(NAMELESS) for e in sides)
    value -= UNCODED * any(e.code is None for e in sides)
    value -= FAR * any(not sentence.start <= e.start < sentence.end for e in sides)
    value -= LONG_LOSS * (sentence.end - sentence.start > LONG)
    value -= QUOTED * quoted
    return round(max(LEAST, value), 2)


def keep_likely(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events that are likely enough to be given, and a note on each that is not."""
    kept = tuple(event for event in events if event.confidence >= LIKELY)
    notes = tuple(
        Problem("coding", f"not given: {e.event} at a likelihood of {e.confidence}", e.rule, e.evidence)
        for e in events
        if e.confidence < LIKELY
    )
    return kept, notes
