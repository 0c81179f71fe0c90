"""What one article brings into the comparison with others, cut from its analysis once.

Turns an analysis into ``Told``: its rows, its story for finding copies, and the outlet or
agency it says it has it from. It compares nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from saksi.copies import Text, find_origin, text_of
from saksi.lang.copies import load_copy_rules
from saksi.lang.language import Language
from saksi.records import Analysis
from saksi.resolve.across.records import Rows
from saksi.resolve.across.rows import make_rows

_NO_ROWS = Rows()


@dataclass(frozen=True, slots=True)
class Told:
    """The part of an article that is compared with others."""

    rows: Rows = _NO_ROWS
    text: Text | None = None
    cited: str | None = None  # outlet or agency


def make_told(analysis: Analysis, language: Language, document: str) -> Told:
    """Cut an analysis for comparison; ``document`` is the article's id."""
    page = analysis.marks.segments.page
    rules, outlets = load_copy_rules(), language.furniture.outlets
    origin = find_origin(page, rules, outlets)
    return Told(
        rows=make_rows(analysis, language, document),
        text=text_of(page, document, rules, outlets),
        cited=origin.outlet if origin else None,
    )
