"""Loads the frames: what a root means, which role is which, and how cases narrow it.

Turns ``frames/*.toml`` into frozen ``Frame`` records with every written form made; it
knows nothing about sentences (``coding`` does).

A file holds the frames of one PLOVER type::

    event = "ASSAULT"

    [[frame]]
    id    = "serang"
    root  = "serang"
    verbs = ["meN-"]              # the passive and the headline form follow by themselves
    nouns = ["-an", "peN-an"]
    roles = { actor = "subject", recipient = "object" }
      [[frame.case]]
      id = "air"
      near = ["udara", "@aircraft"]
      mode = "aerial"
      [[frame.example]]
      text = "..."
      gives = { actor = "...", recipient = "..." }

Cases that many frames of a file share are written once and named where they belong::

    [cases]
    bukan-politik = [{ id = "olahraga", near = ["@sport"], skip = true }]

    [[frame]]
    use = ["bukan-politik"]       # tried before the frame's own cases
      [[frame.case]]
      use = "bukan-politik"       # or in their midst
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.morphology import Morphology, make_forms
from saksi.lang.tables import load_toml
from saksi.records import Form

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

#: Where a role may be found. ``possessor`` is the owner inside the object phrase
#: ("mengecam serangan Israel": Israel); any other word is a preposition.
PLACES = frozenset({"subject", "object", "possessor", "none", "both"})
FRAME_KEYS = frozenset({
    "id", "root", "verbs", "nouns", "event", "mode", "context", "roles", "needs", "reciprocal",
    "statement", "embeds", "harm", "use", "case", "example", "counter", "gap",
})  # fmt: skip
CASE_KEYS = frozenset({
    "id", "subject", "object", "oblique", "near", "without", "form", "complement", "event", "mode",
    "context", "roles", "needs", "reciprocal", "skip",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A condition that narrows a frame; the first case that fits is taken.

    Word conditions hold when any word of the phrase is in the set: ``subject``,
    ``object`` (first object, or the noun's own phrase), ``oblique`` (any phrase after a
    preposition), ``near`` (anywhere in the clause). ``without`` is a set that must not
    occur in the clause. ``form`` is active, passive, middle, bare or noun. ``complement``
    holds when the verb of the complement clause has a frame of one of these types, or of
    any type for ``"*"``, or there is a complement at all for ``"clause"``.
    """

    id: str
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    form: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    event: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    needs: str | None = None
    reciprocal: bool | None = None
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a root means when it is the head of a clause.

    ``roles`` maps ``actor`` and ``recipient`` to the places to look, in order. ``needs``
    says which roles must be filled by somebody who can act: actor, recipient, either,
    both. ``statement`` is the kind of speech when the verb reports words. ``embeds`` is
    what the verb does to its complement clause: ``fact`` (the speaker asserts it),
    ``plan`` (it is a wish, order or promise and not coded on its own), or None.
    ``harm`` says what happens to the recipient: dead, injured, arrested.
    """

    id: str
    root: str
    event: str | None
    mode: str | None
    context: tuple[str, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    needs: str
    reciprocal: bool
    statement: str | None
    embeds: str | None
    harm: str | None
    cases: tuple[Case, ...]
    forms: tuple[Form, ...]
    file: str
    examples: tuple[tuple[str, str, dict[str, Any]], ...] = ()  # (kind, text, whole row)


#: Rows of cases as they stand in a file, and the named lists of them that its frames share.
Rows = tuple[dict[str, Any], ...]
Shared = dict[str, Rows]

DEFAULT_ROLES = (("actor", ("subject",)), ("recipient", ("object", "terhadap", "kepada", "ke")))


def load_frames(folder: Traversable, morphology: Morphology) -> tuple[Frame, ...]:
    """Read all frame files of a folder, in the order of their names."""
    sets = _load_sets(folder / "sets.toml")
    frames: list[Frame] = []
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".toml") and path.name != "sets.toml":
            data = load_toml(path)
            shared = _shared_cases(path.name, data.get("cases", {}))
            for row in data.get("frame", ()):
                whole = row | {"case": _all_cases(path.name, row, shared)}
                frames.append(_frame(path.name, data.get("event"), whole, sets, morphology))
    _check_unique(frames)
    return tuple(frames)


def _check_unique(frames: list[Frame]) -> None:
    seen: dict[str, str] = {}
    for frame in frames:
        if frame.id in seen:
            raise DataError(frame.file, f"frame {frame.id}", f"the id is already used in {seen[frame.id]}")
        seen[frame.id] = frame.file


def _shared_cases(file: str, table: dict[str, Any]) -> Shared:
    """The named lists of cases of a file; a list may use those above it."""
    shared: Shared = {}
    for name, rows in table.items():
        shared[name] = _spread(file, f"cases {name}", rows, shared)
    return shared


def _all_cases(file: str, row: dict[str, Any], shared: Shared) -> Rows:
    """The cases of a frame: those of its ``use`` first, then its own with theirs spelt out."""
    where = f"frame {row.get('id', '?')}"
    first = [{"use": row["use"]}] if "use" in row else []
    return _spread(file, where, [*first, *row.get("case", ())], shared)


def _spread(file: str, where: str, rows: list[dict[str, Any]], shared: Shared) -> Rows:
    out: list[dict[str, Any]] = []
    for row in rows:
        if "use" not in row:
            out.append(row)
            continue
        if len(row) > 1:
            raise DataError(file, where, "a case with use has no other keys; put them into a case of its own")
        for name in [row["use"]] if isinstance(row["use"], str) else row["use"]:
            if name not in shared:
                raise DataError(file, where, f"list {name} is not above it under [cases]")
            out.extend(shared[name])
    return tuple(out)


def _load_sets(path: Traversable) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_toml(path).items()}


def _frame(
    file: str, event: str | None, row: dict[str, Any], sets: dict[str, frozenset[str]], morphology: Morphology
) -> Frame:
    where = f"frame {row.get('id', '?')}"
    _check_keys(file, where, row, FRAME_KEYS)
    event = row.get("event", event)
    if event is not None and event not in {*TYPES, "none"}:
        raise DataError(file, where, f"event {event} is not a PLOVER type")
    try:
        forms = make_forms(morphology, row["root"], tuple(row.get("verbs", ())), tuple(row.get("nouns", ())))
    except ValueError as error:
        raise DataError(file, where, f"shape {error} is not in morphology.toml") from error
    return Frame(
        id=row["id"],
        root=row["root"],
        event=None if event == "none" else event,
        mode=row.get("mode"),
        context=tuple(row.get("context", ())),
        roles=_roles(file, where, row) or DEFAULT_ROLES,
        needs=row.get("needs", "either"),
        reciprocal=bool(row.get("reciprocal", False)),
        statement=row.get("statement"),
        embeds=row.get("embeds"),
        harm=row.get("harm"),
        cases=tuple(_case(file, where, case, sets) for case in row.get("case", ())),
        forms=forms,
        file=file,
        examples=tuple(
            (kind, line["text"], line) for kind in ("example", "counter", "gap") for line in row.get(kind, ())
        ),
    )


def _check_keys(file: str, where: str, row: dict[str, Any], allowed: frozenset[str]) -> None:
    if "id" not in row:
        raise DataError(file, where, "give it an id")
    for key in row:
        if key not in allowed:
            raise DataError(file, where, f"key {key!r} is unknown; use one of {', '.join(sorted(allowed))}")


def _roles(file: str, where: str, row: dict[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    out = []
    for role, places in row.get("roles", {}).items():
        if role not in ("actor", "recipient"):
            raise DataError(file, where, f"role {role!r} must be actor or recipient")
        out.append((role, (places,) if isinstance(places, str) else tuple(places)))
    return tuple(out)


def _case(file: str, where: str, row: dict[str, Any], sets: dict[str, frozenset[str]]) -> Case:
    where = f"{where}, case {row.get('id', '?')}"
    _check_keys(file, where, row, CASE_KEYS)
    words = {
        key: _expand(file, where, row.get(key, []), sets)
        for key in ("subject", "object", "oblique", "near", "without")
    }
    event = row.get("event")
    if event is not None and event not in TYPES:
        raise DataError(file, where, f"event {event} is not a PLOVER type")
    return Case(
        id=row["id"],
        form=frozenset(row.get("form", ())),
        complement=frozenset(row.get("complement", ())),
        event=event,
        mode=row.get("mode"),
        context=tuple(row.get("context", ())),
        roles=_roles(file, where, row),
        needs=row.get("needs"),
        reciprocal=row.get("reciprocal"),
        skip=bool(row.get("skip", False)),
        **words,
    )


def _expand(file: str, where: str, words: list[str], sets: dict[str, frozenset[str]]) -> frozenset[str]:
    out: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            out.add(word)
        elif word[1:] in sets:
            out |= sets[word[1:]]
        else:
            raise DataError(file, where, f"set {word} is not in sets.toml")
    return frozenset(out)
