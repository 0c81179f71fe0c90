"""Names the words that open, join and end the title beside a person's name, and what a title tells.

Turns ids of entries into what they are in a title: a post, a form of address. ``titles`` walks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from saksi.records import Entry

#: Kinds that may stand in a title beside the office.
TITLE_KINDS = frozenset({"office", "state", "demonym", "body", "organisation", "group", "place", "agent"})
#: Kinds that make the words before a comma a description of the name behind it.
DESCRIBING = frozenset({"office", "agent"})
#: Words inside a title that are not names: "Pilot Susi Air asal Selandia Baru, X".
TITLE_WORDS = frozenset({"urusan", "untuk", "bidang", "asal", "lainnya", "tersebut", "itu", "dan", "&", "merangkap", "sekaligus", "baru", "berpengaruh", "terkemuka", "veteran", "pertama"})  # fmt: skip
#: The same without a comma before the name: "Utusan PBB di Ambar X".
JOINT = frozenset({"merangkap", "sekaligus"})
#: Words between an office and what it is for: "Duta Besar Fiji pertama untuk Tonga".
ORDINALS = frozenset({"pertama", "baru"})
PLACED = TITLE_WORDS | {"di"}
#: Words that end a description behind a name.
ENDS = frozenset({"kepada", "saat", "ketika", "dalam", "seperti", "dikutip", "usai", "setelah", "yang", "pada", "melalui", "lewat", "sambil", "menanggapi", "dilansir", "mengutip", "melansir", "sebagaimana", "dilaporkan", "diberitakan", "diwartakan", "sejak", "hingga", "menurut", "seraya", "lansir", "menyusul", "terkait", "via"})  # fmt: skip
#: What opens a credit behind a description.
CREDITS = frozenset({"dilansir", "dikutip", "mengutip", "melansir", "sebagaimana", "seperti", "dilaporkan", "diberitakan", "diwartakan", "menurut"})  # fmt: skip
#: Prepositions that end no title: what they open was cut off.
OPEN_ENDS = frozenset({"di", "dari", "untuk", "ke", "bagi", "dengan", "oleh", "atas", "dan", "serta"})
#: Words behind a name that open another one.
KNOWN_AS = frozenset({"dikenal", "alias", "disebut", "dijuluki", "disapa", "atau", "bernama"})
#: Where people write.
PLATFORMS = frozenset({"twitter", "x", "facebook", "telegram", "instagram", "youtube", "tiktok", "linkedin", "weibo", "akun", "media", "platform", "laman", "situs", "hadapan", "depan", "sela", "sela-sela"})  # fmt: skip
#: Words of the name of an office, at most.
LONGEST_OFFICE = 6
#: Before a rank: a part of it, "Wakil Jenderal Senior".
OF_RANK = frozenset({"wakil", "senior", "muda", "madya", "utama"})
#: Classes of words that tell what somebody does and stand in no title.
PREDICATIVE = frozenset({"negation", "future", "possible", "must", "past", "copula"})
#: Services behind a rank: "Laksamana Madya TNI Raka", "Letkol Laut Raka".
CORPS = frozenset(
    {"tni", "polri", "pol", "laut", "udara", "inf", "kav", "arm", "mar", "cpm", "czi", "(p)", "kes"}
)
#: Retired, behind a rank: "Jenderal (Purn) Raka".
RETIRED = frozenset({"purn", "purn.", "purnawirawan", "ret", "ret."})
ORIGIN = "asal"
#: Sector of posts that firms have, and kinds of those who have them too.
COMPANY, EMPLOYERS = "BUS", frozenset({"body", "organisation"})
#: Sectors of houses and of what their members are from.
HOUSES, PARTIES = frozenset({"LEG"}), frozenset({"PTY", "OPP", "LEG"})
#: Ids of posts of the past.
PAST = ("agent/mantan-", "agent/eks-", "agent/bekas-")
#: Plain words inside a title, at most: "juru bicara perwakilan perdagangan AS, X".
PLAIN_WORDS = 3
RANK = "rank/"
#: Tokens of a short form in brackets.
BRACKET = 3
#: Tokens of a long form in brackets, at most, the brackets with them.
LONGEST_BRACKET = 8
#: Degrees and forms of address: no offices, and a title goes on before them.
DEGREES = frozenset({"rank/doktor", "rank/profesor", "rank/ir", "rank/tuan", "rank/nyonya", "rank/U", "office/haji", "office/sheikh", "office/sir", "office/bapak", "office/almarhum", "office/yang-mulia"})  # fmt: skip
#: Honours that are no office where another office stands before them: "Menteri Fiji Ratu X".
ADDRESSES = frozenset({"office/ratu", "office/raja", "office/sultan", "office/pangeran", "office/emir"})
#: Degrees of scholars, and the sector of somebody told of by one alone.
SCHOLARS = frozenset({"rank/doktor", "rank/profesor"})
DEGREED = "EDU"
#: Codes of offices that no country beside them changes.
WORLD = frozenset({"IGO", "UNO", "EUR"})
#: Who knows about something: "pakar hukum internasional Raka".
EXPERTS = frozenset({"office/pakar", "office/pengamat", "office/analis", "office/peneliti", "office/dosen"})
#: Offices of ministries, and the key of these bodies.
MINISTERS = ("office/menteri", "office/wakil-menteri")
MINISTRY = "kementerian"
AGE = re.compile(r"\d{1,3}$")
#: Voices of words that tell an act and are no part of a title.
VERBAL = frozenset({"active", "passive", "middle", "bare"})
LONGEST_TITLE = 20
#: Tokens of a description behind a name, at most.
LONGEST_DESCRIPTION = 9


class Title(NamedTuple):
    """Whose (code), which office as the text has it, and the sector; None where it says nothing."""

    code: str | None
    office: str | None
    sector: str | None
    is_rank: bool = False


NOBODY = Title(None, None, "CVL")


def is_office(entry: Entry) -> bool:
    """Whether an entry is a post, also one of the past: "mantan presiden"."""
    return entry.kind == "office" or entry.id.startswith(PAST)


def is_address(entry: Entry) -> bool:
    """Whether an entry is a rank or a form of address, which behind an office is no part of it."""
    return entry.id.startswith(RANK) or entry.id in ADDRESSES | DEGREES


def body_key(term: str) -> str:
    """Give what two mentions of one body share: "Kementerian Pertahanan" and "kementerian itu"."""
    return term.partition(" ")[0].lower()
