"""Makes every written form of a root, so that reading a text is a look-up.

Turns ``("serang", "meN-")`` into ``menyerang`` and its passive ``diserang``; it does not
analyse unknown words (``segment.morphology`` does that).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml
from saksi.records import Form

R_IN_FIRST_SYLLABLE = re.compile(r"[^aeiou]er[^aeiou]")


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of building a word: prefix and suffix around a root; ``~`` is the nasal."""

    name: str
    voice: str  # active | passive | middle | noun | agent
    before: str
    after: str
    passive: str | None = None


@dataclass(frozen=True, slots=True)
class Morphology:
    """The sound rules and shapes of the language."""

    nasals: tuple[tuple[str, str, bool], ...]  # (first letters, prefix, drop), longest first
    short_prefix: str
    short_roots: frozenset[str]
    shapes: tuple[Shape, ...]

    def shape(self, name: str, *, noun: bool) -> Shape | None:
        """Find a shape by name; ``ke-an`` is both a verb and a noun, ``noun`` says which."""
        for shape in self.shapes:
            if shape.name == name and (shape.voice in ("noun", "agent")) == noun:
                return shape
        return None

    def nasalise(self, root: str) -> tuple[str, ...]:
        """Give the root after meN- or peN-, without the ``me``/``pe`` itself.

        Loans keep their first letter, so a root with p, t, k or s gives two forms.
        """
        if root in self.short_roots:
            return (self.short_prefix + root,)
        found = [
            prefix + (root[1:] if drop else root)
            for letters, prefix, drop in self.nasals
            if root.startswith(letters)
        ]
        return tuple(dict.fromkeys(found))

    def words(self, root: str, shape: Shape) -> tuple[str, ...]:
        """Write out a root in a shape."""
        if shape.before.endswith("~"):
            stem = shape.before[:-1]
            return tuple(stem + nasal + shape.after for nasal in self.nasalise(root))
        if shape.before == "ber" and root == "ajar":
            return ("belajar",)
        # ber-, per-, ter- lose their r before another: berunding, perundingan, bekerja.
        before = shape.before
        if before.endswith("er") and (root.startswith("r") or R_IN_FIRST_SYLLABLE.match(root)):
            before = before[:-1]
        return (before + root + shape.after,)


def load_morphology(path: Traversable) -> Morphology:
    """Read ``morphology.toml``."""
    data = load_toml(path)
    nasals = [
        (letters, str(row["prefix"]), bool(row["drop"])) for row in data["nasal"] for letters in row["before"]
    ]
    nasals.sort(key=lambda row: -len(row[0]))
    shapes = tuple(_shape(path, row) for row in data["shape"])
    short = data["nasal_short"]
    return Morphology(tuple(nasals), short["prefix"], frozenset(short["roots"]), shapes)


def _shape(path: Traversable, row: dict[str, Any]) -> Shape:
    if row["voice"] not in ("active", "passive", "middle", "noun", "agent"):
        raise DataError(path.name, f"shape {row['name']}", f"unknown voice {row['voice']}")
    return Shape(row["name"], row["voice"], row["before"], row["after"], row.get("passive"))


def make_forms(
    morphology: Morphology, root: str, verbs: tuple[str, ...], nouns: tuple[str, ...]
) -> tuple[Form, ...]:
    """Make every form of ``root`` in the named shapes.

    A shape may end in further words (``"meN- alih"``: mengambil alih), and ``=word`` is a
    form written out (``"=tewas"``). An active shape also gives its passive and the bare
    form that headlines use.

    Raises:
        ValueError: a shape that ``morphology.toml`` does not know.

    """
    out: list[Form] = []
    for name in verbs:
        out.extend(_verb_forms(morphology, root, name))
    for name in nouns:
        out.extend(_forms(morphology, root, name, noun=True))
    return tuple(dict.fromkeys(out))


def _verb_forms(morphology: Morphology, root: str, name: str) -> list[Form]:
    if name.startswith("=") and len(name) > 1:
        return [Form(name[1:], root, "=", "middle")]
    out = _forms(morphology, root, name, noun=False)
    shape_name, _, tail = name.partition(" ")
    shape = morphology.shape(shape_name, noun=False)
    if shape is not None and shape.passive:
        tail = f" {tail}" if tail else ""
        out += _forms(morphology, root, shape.passive + tail, noun=False)
        stem = {"meN-": root, "meN-kan": root + "kan", "meN-i": root + "i"}.get(shape.name)
        stem = stem or shape.before.replace("mem", "", 1) + root + shape.after
        out.append(Form(stem + tail, root, shape.name, "bare"))
    return out


def _forms(morphology: Morphology, root: str, name: str, *, noun: bool) -> list[Form]:
    if name.startswith("=") and len(name) > 1:
        return [Form(name[1:], root, "=", "noun" if noun else "middle")]
    shape_name, _, tail = name.partition(" ")
    shape = morphology.shape(shape_name, noun=noun)
    if shape is None:
        raise ValueError(name)
    voice = "noun" if noun and shape.voice != "agent" else shape.voice
    tail = f" {tail}" if tail else ""
    return [Form(word + tail, root, shape.name, voice) for word in morphology.words(root, shape)]
