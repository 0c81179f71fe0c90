"""The words of pages in English and Indonesian, and how dates and numbers are written.

Turns codes and ISO dates into words of one language. ``data/ui/en.toml`` and ``id.toml`` hold
the words; names of events, statuses and relations are the labels all tables share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from saksi.errors import DataError
from saksi.lang.country_names import load_country_names
from saksi.lang.labels import Labels, load_labels
from saksi.lang.tables import load_toml

LANGUAGES = ("en", "id")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: str
    texts: Mapping[str, str]
    modes: Mapping[str, str]
    contexts: Mapping[str, str]
    months: tuple[str, ...]
    labels: Labels

    def say(self, key: str, /, **values: object) -> str:
        """The text of a key with values put in; DataError when there is none."""
        if key not in self.texts:
            raise DataError(f"{self.language}.toml", key, "this text is missing under [texts]")
        text = self.texts[key]
        return text.format(**values) if values else text

    def event(self, code: str, mode: str | None = None) -> str:
        """The word for a type of event, with its mode."""
        word = self.labels.events.get(code, code)
        return f"{word}: {self.modes.get(mode, mode)}" if mode else word

    def stance(self, value: str) -> str:
        """The word for where a speaker stands."""
        return self.labels.stances.get(value, value)

    def quad(self, code: int) -> str:
        """The word for a quad code."""
        return self.labels.quads.get(str(code), str(code))

    def day(self, value: str | None) -> str:
        """A date, month, year or interval as people write it.

        >>> make_wording("id").day("2024-07-03")
        '3 Juli 2024'
        >>> make_wording("en").day("2023-03-01/2023-03-31")
        '1–31 March 2023'
        """
        if not value:
            return self.texts["no_date"]
        first, _, last = value.partition("/")
        if not last or last == first:
            return self._day(first)
        if last == ".." or first == "..":
            return f"{self._day(first)} –" if last == ".." else f"– {self._day(last)}"
        if first[:7] == last[:7] and len(first) == len(last) == 10:
            return f"{int(first[8:])}–{self._day(last)}"
        return f"{self._day(first)} – {self._day(last)}"

    def _day(self, value: str) -> str:
        found = _DAY.match(value)
        if found is None:
            return value
        year, month, day = found.groups()
        if month is None or not 1 <= int(month) <= 12:
            return year
        word = f"{self.months[int(month) - 1]} {year}"
        return f"{int(day)} {word}" if day else word

    def number(self, value: float | None) -> str:
        """A number with the separators of the language."""
        if value is None:
            return "–"
        text = f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "id" else text

    def country(self, code: str | None) -> str:
        """The name of a country; a code that is none stands for itself."""
        names = load_country_names().get(code or "")
        return getattr(names, self.language) if names else (code or "")

    def actor(self, name: str) -> str:
        """The name of a side: of a state in this language, of others as they are written.

        >>> make_wording("en").actor("Amerika Serikat"), make_wording("id").actor("CHN")
        ('United States', 'China')
        """
        code = name if name in load_country_names() else _codes().get(name)
        return self.country(code) if code else name

    def place_name(self, name: str, country: str | None) -> str:
        """The name of a place; a country's in this language."""
        return self.actor(name) if name in _codes() or not country else name

    def place(self, name: str | None, country: str | None) -> str:
        """A place with its country."""
        if not name:
            return self.country(country)
        own = self.place_name(name, country)
        return own if not country or own == self.country(country) else f"{own}, {self.country(country)}"

    def size(self, low: int | None, high: int | None) -> str:
        """A count that may be a range or open."""
        if low is None and high is None:
            return ""
        if low == high:
            return self.number(low)
        if high is None:
            return f"≥ {self.number(low)}"
        return f"{self.number(low)}–{self.number(high)}" if low is not None else f"≤ {self.number(high)}"


@cache
def _codes() -> Mapping[str, str]:
    """Indonesian name of a state -> its code."""
    return {names.id: code for code, names in load_country_names().items()}


@cache
def make_wording(language: str) -> Wording:
    """The words of a language (cached)."""
    file = files("saksi") / "data" / "ui" / f"{language}.toml"
    data = load_toml(file)
    return Wording(
        language=language,
        texts=data["texts"],
        modes=data["modes"],
        contexts=data["contexts"],
        months=tuple(data["months"]["names"]),
        labels=load_labels(language),
    )


def choose_language(asked: str | None, kept: str | None, accepted: str) -> str:
    """The language of a page: asked for, kept from before, or what the browser prefers.

    >>> choose_language(None, None, "id-ID,id;q=0.9,en;q=0.5")
    'id'
    """
    for word in (asked, kept):
        if word in LANGUAGES:
            return word
    wanted = [part.split(";")[0].strip()[:2].lower() for part in accepted.split(",")]
    return next((word for word in wanted if word in LANGUAGES), "en")
