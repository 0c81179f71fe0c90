"""Shows an article with its records marked in a notebook (Jupyter, marimo).

Turns an article of a store, or any text, into an object that a notebook draws. Needs no server.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from saksi.web.marked import MarkedLine, Piece, mark_article
from saksi.web.signs import show_signs

if TYPE_CHECKING:
    from saksi.store.reading import Reader

_BODY = "font:1.02em/1.6 Georgia,serif;max-width:42em;unicode-bidi:isolate"
_COOP, _CONF = "#1f6aa5", "#b5391f"
_FURNITURE = "font:0.82em sans-serif;color:#5b5b57;margin:0.2em 0"


class Marked:
    """An article whose records are marked; point at a mark to see which."""

    def __init__(self, text: str, contract: dict[str, Any]) -> None:
        self._text, self._contract = text, contract

    @classmethod
    def from_store(cls, store: Reader, article: str) -> Marked:
        """An article of a store by its id, with the reviews applied."""
        contract = next(store.select(article=article).contracts())
        return cls(str(store.show(article)["text"]), contract)

    @classmethod
    def from_text(cls, text: str) -> Marked:
        """Any text, read on the spot."""
        import saksi  # noqa: PLC0415  # the whole engine: only when asked for

        return cls(text, saksi.code(text))

    def _repr_html_(self) -> str:
        words = _tell_records(self._contract)
        lines = mark_article(self._text, self._contract, longest=len(self._text))
        return f'<div lang="id" style="{_BODY}">{"".join(_line(line, words) for line in lines)}</div>'


Told = dict[str, tuple[str, str]]


def _tell_records(contract: dict[str, Any]) -> Told:
    """Each record in a few words, and the colour of its mark."""
    told: Told = {}
    for event in contract["events"]:
        sides = " > ".join(
            ", ".join(side["name"] for side in event[role]) or "?" for role in ("actor", "recipient")
        )
        told[event["id"]] = (f"{event['event']} {sides}", _COOP if event["quad_code"] <= 2 else _CONF)
    for statement in contract["statements"]:
        told[statement["id"]] = (f"says: {statement['speaker']['name']}", "#5d8a4b")
    for relation in contract["relations"]:
        words = f"{relation['subject']['name']} {relation['predicate']} {relation['object']['name']}"
        told[relation["id"]] = (words, "#8566ad")
    return told


def _line(line: MarkedLine, words: Told) -> str:
    tag = "h3" if line.role == "title" else "p"
    look = "" if line.is_story else f' style="{_FURNITURE}"'
    return f"<{tag}{look}>{''.join(_piece(piece, words) for piece in line.pieces)}</{tag}>"


def _piece(piece: Piece, words: Told) -> str:
    text = escape(show_signs(piece.text))
    told = [words[key] for key in piece.records if key in words]
    if not told:
        return text
    names = escape(show_signs("; ".join(one for one, _ in told)), quote=True)
    return f'<span title="{names}" style="border-bottom:2px solid {told[0][1]}">{text}</span>'
