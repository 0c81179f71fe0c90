"""What people do on pages: review a record, join or part incidents, paste an article.

Turns a checked form into one verb of the store, or a pasted text into a page; a pasted text is
kept nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from saksi.errors import UsageError
from saksi.export.contract import to_contract
from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article
from saksi.store.corrections import FIELDS
from saksi.web.pages.answer import Answer
from saksi.web.pages.records import show_marks
from saksi.web.room import Ask, Room

#: Signs of a pasted text.
LONGEST_PASTE = 200_000
_NAME = 80


def read_name(form: Mapping[str, str]) -> str:
    """Who reviews; UsageError when nobody says so."""
    by = form.get("by", "").strip()[:_NAME]
    if not by:
        raise UsageError("by: write your name, so that others know who decided")
    return by


def keep_review(room: Room, form: Mapping[str, str]) -> str:
    """Accept, reject or correct one record; gives the verdict."""
    by, verdict = read_name(form), form.get("verdict", "")
    changes = [
        f"{name}={form[f'field.{name}'].strip()}"
        for names in FIELDS.values()
        for name in dict.fromkeys(names)
        if f"field.{name}" in form and form[f"field.{name}"].strip() != form.get(f"was.{name}", "").strip()
    ]
    with room.open_to_write() as store:
        kept = changes if verdict == "correct" else ()
        store.review(
            form.get("id", ""), verdict, tuple(dict.fromkeys(kept)), by=by, note=form.get("note") or None
        )
    return verdict


def keep_decision(room: Room, form: Mapping[str, str]) -> None:
    """Say that two events are one thing or two, and bring the store together again."""
    by = read_name(form)
    one, other = form.get("one", "").strip(), form.get("other", "").strip()
    if not (one and other):
        raise UsageError("give the ids of two events")
    with room.open_to_write() as store:
        store.decide(one, other, together=form.get("together") == "1", by=by)
        store.resolve()


def show_paste(ask: Ask) -> Answer:
    """The page to paste an article into, empty."""
    del ask
    return Answer("paste.html", {"text": "", "marked": None})


def mark_paste(form: Mapping[str, str]) -> Answer:
    """A pasted article with its records marked; nothing of it is kept."""
    text = form.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        raise UsageError("paste the text of an article first")
    if len(text) > LONGEST_PASTE:
        raise UsageError(f"a pasted text may have {LONGEST_PASTE:,} signs: use saksi extract for more")
    contract = to_contract(analyse(Article("-", text), load_language()))
    return Answer("paste.html", {"text": text, "marked": show_marks(text, contract, longest=LONGEST_PASTE)})
