"""The language pack as one frozen object.

``load_language`` reads every rule file and table once, checks them, and returns a
``Language``; all rooms get their data from it and from nowhere else. It holds no
linguistic knowledge of its own.
"""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from saksi.lang.atlas import Atlas, load_atlas
from saksi.lang.coding_rules import CodingRules, load_coding_rules
from saksi.lang.collector import collector_paused
from saksi.lang.cues import Cues, load_cues
from saksi.lang.frames import Frame, load_frames
from saksi.lang.furniture import FurnitureRules, load_furniture
from saksi.lang.hints import Hints, load_hints
from saksi.lang.lexicon import Lexicon, Sense, build_lexicon
from saksi.lang.meetings import Meetings, load_meetings
from saksi.lang.morphology import Morphology, load_morphology
from saksi.lang.name_rules import NameRules, load_name_rules
from saksi.lang.numbers import NumberRules, load_number_rules
from saksi.lang.ontology import Ontology, load_ontology
from saksi.lang.reference import Reference, load_reference
from saksi.lang.relation_rules import RelationRules, load_relation_rules
from saksi.lang.segmentation import SentenceRules, load_sentence_rules
from saksi.lang.spelling import Spelling, build_spelling
from saksi.lang.stance import StanceRules, load_stance_rules
from saksi.lang.status_rules import StatusRules, load_status_rules
from saksi.lang.times import TimeRules, load_time_rules
from saksi.lang.words import Words, load_words
from saksi.records import Form

DATA: Traversable = files("saksi") / "data"


@dataclass(frozen=True, slots=True)
class Language:
    """Everything saksi knows about Indonesian and the world, loaded and checked."""

    furniture: FurnitureRules
    sentences: SentenceRules
    numbers: NumberRules
    times: TimeRules
    words: Words
    morphology: Morphology
    frames: tuple[Frame, ...]
    lexicon: Lexicon
    frames_of: dict[Form, tuple[Frame, ...]]
    cues: Cues
    reference: Reference
    relations: RelationRules
    stance: StanceRules
    status: StatusRules
    coding: CodingRules
    name_rules: NameRules
    atlas: Atlas
    spelling: Spelling
    hints: Hints
    meetings: Meetings
    ontology: Ontology

    def senses_of(self, word: str) -> tuple[Sense, ...]:
        """What one lower-case word may be in the lexicon."""
        return next((row for words, row in self.lexicon.table.get(word, ()) if words == (word,)), ())


@cache
def load_language() -> Language:
    """Load the Indonesian pack that ships with saksi (cached: one object a process).

    Nothing of it is ever thrown away, so the collector is spared looking: while loading (0.43 s
    for 0.67 s) and afterwards.
    """
    with collector_paused():
        language = _read_pack()
    gc.freeze()
    return language


def _read_pack() -> Language:
    pack = DATA / "lang" / "id"
    morphology = load_morphology(pack / "morphology.toml")
    frames = load_frames(pack / "frames", morphology)
    atlas = load_atlas(DATA)
    hints = load_hints(DATA / "models")
    words = load_words(pack / "words.toml")
    return Language(
        furniture=load_furniture(pack / "furniture.toml", DATA / "outlets"),
        sentences=load_sentence_rules(pack / "abbreviations.tsv"),
        numbers=load_number_rules(pack / "numbers.toml"),
        times=load_time_rules(pack / "times.toml"),
        words=words,
        morphology=morphology,
        frames=frames,
        lexicon=build_lexicon(frames),
        frames_of=_frames_of(frames),
        cues=load_cues(pack / "cues.toml"),
        reference=load_reference(pack / "reference.toml"),
        relations=load_relation_rules(pack / "relations.toml"),
        stance=load_stance_rules(pack / "stance.toml"),
        status=load_status_rules(pack / "status.toml"),
        coding=load_coding_rules(pack / "coding.toml"),
        name_rules=load_name_rules(pack / "names.toml", atlas),
        atlas=atlas,
        spelling=build_spelling(atlas.states, atlas.seats, atlas.forms | hints.people),
        hints=hints,
        meetings=load_meetings(DATA / "meetings"),
        ontology=load_ontology(),
    )


def _frames_of(frames: tuple[Frame, ...]) -> dict[Form, tuple[Frame, ...]]:
    found: dict[Form, list[Frame]] = {}
    for frame in frames:
        for form in frame.forms:
            found.setdefault(form, []).append(frame)
    return {form: tuple(rows) for form, rows in found.items()}


def data_digest() -> str:
    """SHA-256 over every data file, so that a record tells which data made it."""
    digest = hashlib.sha256()
    stack = [DATA]
    while stack:
        folder = stack.pop()
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.is_dir():
                stack.append(entry)
            elif entry.name.endswith((".toml", ".tsv", ".crfsuite")):
                digest.update(entry.name.encode())
                digest.update(entry.read_bytes())
    return digest.hexdigest()[:16]
