"""Writes the names of countries that the reading room shows, in English and Indonesian.

Turns the atlas's table of states and the CLDR (through Babel) into ``data/ui/countries.tsv``:
code, ISO number (that of shapes on the map), English name, Indonesian name. Indonesian names
are the atlas's own, so that pages say what the articles say.

    python tools/build_countries.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale
from babel.core import get_global

DATA = Path(__file__).parents[1] / "src" / "saksi" / "data"
#: Shorter than the CLDR has them.
SHORT = {
    "COD": "DR Congo",
    "COG": "Congo",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Myanmar",
    "PSE": "Palestine",
}
#: Codes of the atlas that the CLDR does not know: states that are gone, and Kosovo's.
OWN = {"CSK": "Czechoslovakia", "DDR": "East Germany", "KOS": "Kosovo", "SUN": "Soviet Union",
       "VDR": "South Vietnam", "YUG": "Yugoslavia", "SCG": "Serbia and Montenegro",
       "ANT": "Netherlands Antilles"}  # fmt: skip


def main() -> None:
    """Write the table, sorted by code."""
    aliases = get_global("territory_aliases")
    twos = {three: two[0] for three, two in aliases.items() if len(three) == 3 and len(two) == 1}
    numbers = {two: name for name, two in twos.items() if name.isdigit()}
    english = Locale("en").territories
    with (DATA / "actors" / "states.tsv").open(encoding="utf-8", newline="") as file:
        states = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [("code", "number", "en", "id")]
    for state in sorted(states, key=lambda row: row["code"]):
        code = state["code"]
        two = twos.get(code, "")
        name = SHORT.get(code) or OWN.get(code) or english[two]
        rows.append((code, "" if code in OWN else numbers.get(two, ""), name, state["name"]))
    text = "".join("\t".join(row) + "\n" for row in rows)
    (DATA / "ui" / "countries.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
