"""Finds whom a title alone means: "kata Presiden", "mantan presiden itu", "ujar junta".

Turns the words of a title or of a body without its country into the person or body that the
article named with it before. Where two bear the title, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saksi.coding.discourse import Discourse
from saksi.lang.atlas import Atlas
from saksi.records import Entity

#: Ids of people, in the atlas and in the document.
SOMEBODY = ("person/", "doc/")
#: Ids of offices.
OFFICE = "office/"
#: Ids of titles, those of the past among them.
TITLES = (OFFICE, "agent/mantan-", "agent/eks-", "agent/bekas-")
#: An office of the past.
FORMER = frozenset({"mantan", "bekas", "eks"})
#: Words of the name of an office, at most.
LONGEST_OFFICE = 6
#: Titles that several people of one article may bear without being told apart.
COMMON = frozenset({"office/anggota", "office/pejabat", "office/juru-bicara", "office/wakil", "office/utusan", "office/perwakilan", "office/pemimpin", "office/ketua", "office/kepala", "office/direktur"})  # fmt: skip


def office_of(words: Sequence[str], atlas: Atlas) -> frozenset[str]:
    """Ids of the office that opens these words in lower case, the longest one; empty for none."""
    for n in range(min(LONGEST_OFFICE, len(words)), 0, -1):
        found = frozenset(
            e.id for e in atlas.named(" ".join(words[:n])) if e.kind == "office" and e.id.startswith(OFFICE)
        )
        if found:
            return found
    return frozenset()


def find_bearers(words: Sequence[str], discourse: Discourse, atlas: Atlas) -> tuple[Entity, ...]:
    """The people told of so far who bear the title that ``words`` are, newest first, each once."""
    former = words[0] in FORMER
    wanted = office_of(words[1:] if former else words, atlas)
    found: dict[str, Entity] = {}
    for entity in _people(discourse):
        office = (entity.office or "").lower().split()
        was = office[:1] != [] and office[0] in FORMER
        if was == former and wanted & office_of(office[1:] if was else office, atlas):
            found.setdefault(entity.name, entity)
    return tuple(found.values())


def find_titled(words: Sequence[str], discourse: Discourse, atlas: Atlas, code: str | None) -> Entity | None:
    """The one person told of so far who bears a title, of country ``code`` where it is told; None when two do."""
    if office_of(words, atlas) <= COMMON:
        return None
    bearers = find_bearers(words, discourse, atlas)
    if code is not None:
        bearers = tuple(e for e in bearers if e.code == code)
    return bearers[0] if len(bearers) == 1 else None


def find_longer(words: Sequence[str], discourse: Discourse) -> Entity | None:
    """``junta`` after "junta Myanmar": the body last named in full whose words begin with these."""
    for entity, _ in reversed(discourse.actors):
        named = entity.text.lower().split()
        longer = len(named) > len(words) and named[: len(words)] == list(words)
        if longer and entity.code is not None and entity.office is None:
            return entity
    return None


def _people(discourse: Discourse) -> Iterable[Entity]:
    return (e for e, _ in reversed(discourse.actors) if (e.id or "").startswith(SOMEBODY) and e.office)
