"""Turns an answer into HTML with the templates of this room.

Everything is escaped unless a drawing made it, and hidden signs of any text are shown as what
they are, in one place for all templates.
"""

from __future__ import annotations

import json
from functools import cache, partial
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from saksi.lang.ontology import load_ontology
from saksi.version import __version__
from saksi.web.pages.answer import Answer, quad_of
from saksi.web.room import Ask
from saksi.web.signs import show_signs
from saksi.web.wording import Wording

#: Pages in the order of the menu: name of its text, address.
MENU = (
    ("overview", "/"),
    ("timeline", "/timeline"),
    ("map", "/map"),
    ("network", "/network"),
    ("actors", "/actors"),
    ("statements", "/statements"),
    ("positions", "/positions"),
    ("conflicts", "/conflicts"),
    ("search", "/search"),
    ("review", "/review"),
    ("sources", "/sources"),
    ("sql", "/sql"),
    ("paste", "/paste"),
)


@cache
def make_environment() -> Environment:
    """The templates, with escaping on and no undefined name forgiven (cached)."""
    environment = Environment(
        loader=PackageLoader("saksi.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["distinct"] = lambda values: list(dict.fromkeys(values))
    environment.filters["address"] = lambda value: quote(str(value), safe="")
    environment.globals.update(menu=MENU, version=__version__, quad_of=quad_of, ontology=load_ontology())
    return environment


def _finalize(value: object) -> object:
    """Hidden signs shown; None printed as nothing."""
    if isinstance(value, Markup):
        return value
    return show_signs(value) if isinstance(value, str) else ("" if value is None else value)


def render(ask: Ask, answer: Answer) -> str:
    """The page of an answer."""
    names = {
        "ask": ask,
        "w": ask.words,
        "t": ask.words.say,
        "link": ask.link,
        "store_name": ask.room.name,
        "token": ask.room.token,
        "reviewing": ask.room.reviewing,
    }
    return make_environment().get_template(answer.template).render({**names, **answer.shown})


def render_alone(words: Wording, message: str, status: int) -> str:
    """A page that tells what went wrong; needs no store."""
    names = {"w": words, "t": words.say, "message": message, "status": status}
    return make_environment().get_template("error.html").render(names)


@cache
def read_asset(name: str) -> bytes:
    """A file of ``static`` or ``vendor`` (cached); KeyError when there is none of this name."""
    for folder in ("static", "vendor"):
        file = files("saksi") / "web" / folder / name
        if file.is_file():
            return file.read_bytes()
    raise KeyError(name)


dump = partial(json.dumps, ensure_ascii=True, separators=(",", ":"))
