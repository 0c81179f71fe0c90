"""Finds the joints that stand inside a title: "Direktur Asia Pasifik dan Afrika Kemlu Raka Suryanta" is one person.

Turns the names of a sentence into the indexes of its "dan" and commas that join parts of a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.records import Name, Sentence

#: Words and signs that join the parts of a title.
JOINTS = frozenset({"dan", "&", ",", "serta"})
JOINT = " dan "
#: Characters of a title, at most, with what stands in brackets.
LONGEST = 200


def find_inner_joints(sentence: Sentence, names: Sequence[Name], text: str) -> frozenset[int]:
    """Indexes of tokens; ``text`` is that of the article."""
    spans = tuple(_titles(sentence, names, text))
    if not spans:
        return frozenset()
    return frozenset(
        k
        for k, token in enumerate(sentence.tokens)
        if token.lower in JOINTS and any(first < token.start < last for first, last in spans)
    )


def _titles(sentence: Sentence, names: Sequence[Name], text: str) -> Iterator[tuple[int, int]]:
    """Where titles that are joined stand before their names, in characters.

    They are looked for up to their first joint: what stands in brackets is no part of an office.
    """
    for name in names:
        office = name.entry.office
        if name.entry.kind != "person" or office is None or JOINT not in office:
            continue
        head = office[: office.index(JOINT) + len(JOINT)]
        first = text.rfind(head, max(sentence.start, name.start - LONGEST), name.start)
        if first >= 0:
            yield first, name.start
