"""Cuts a text into the lines of its page and says simple things about a line.

Turns the original text into ``Draft`` lines that the rest of the room fills in: their
span, their words, and no role yet. It knows no furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
#: White space as pages have it, with the invisible marks that stand at the ends of lines.
_BLANK = " \t\x0b\x0c\xa0\u2002\u2003\u2009\u200b\u200c\u200d\u202f\u3000\ufeff\x1c\x1d\x1e\x1f\x85"
_END = re.compile(r"[.!?…][\"”’'»)\]]{0,3}$|\.[\"”’'»)\]]{0,3}\s?[\[(][^()\[\]]{2,80}[\])]$|[,!?][\"”]$")
BULLETS = "•·*|>-–—▪●○►» \t"
_QUESTION = re.compile(r"[?!][\"”’'»)]{0,3}$")
_SPEECH = re.compile(r"[,?!][\"”]\s\w")
#: Prose has at least so many words; shorter lines with a full stop are prose only inside the story.
PROSE_WORDS = 8
#: Headlines may end in a question or exclamation mark; so many words and it is prose all the same.
_QUESTION_WORDS = 15
#: A line of so many words is prose whether it ends in a full stop or not.
LONG_WORDS = 26
TITLE_WORDS = 24
_NAME_WORDS = (2, 3, 4)
#: Share of the longer words that begin with a capital in a headline, and what a longer word is.
_CAPITALS, _LONG_WORD = 0.9, 3
#: Longer words that headlines write small.
_SMALL_WORDS = frozenset(
    [
        "akan",
        "atas",
        "bagi",
        "dalam",
        "dari",
        "dengan",
        "hingga",
        "jadi",
        "karena",
        "kepada",
        "oleh",
        "pada",
        "para",
        "saat",
        "soal",
        "demi",
        "lewat",
        "meski",
        "agar",
        "jelang",
        "terkait",
        "sampai",
        "sebagai",
        "sejak",
        "serta",
        "setelah",
        "tanpa",
        "tapi",
        "tidak",
        "untuk",
        "usai",
        "yang",
    ]
)


@dataclass(slots=True)
class Draft:
    """A line while its role is being found."""

    start: int
    end: int
    text: str
    words: int
    ends: bool  # ends as a sentence does
    role: str = ""
    rule: str | None = None
    text_start: int = -1
    dated_again: bool = False  # has a dateline although the story has begun: another story's first words

    @property
    def is_prose(self) -> bool:
        """Running text: a whole sentence, or too long for anything else."""
        if self.words >= LONG_WORDS:
            return True
        enough = _QUESTION_WORDS if self.asks else PROSE_WORDS
        return self.ends and self.words >= enough and not (self.asks and self.is_capitalised)

    @property
    def asks(self) -> bool:
        """Whether the line ends in a question or exclamation mark."""
        return _QUESTION.search(self.text[-4:]) is not None

    @property
    def trails_off(self) -> bool:
        """Whether the line ends in an ellipsis, as headlines and teasers do that were cut."""
        return self.text.endswith(("..", "…"))

    @property
    def is_name(self) -> bool:
        """Whether the line is nothing but the name of a person: two to four words with capitals."""
        words = self.text.split()
        named = all(word[0].isupper() and word.rstrip(".,").isalpha() for word in words)
        return named and len(words) in _NAME_WORDS

    @property
    def is_capitalised(self) -> bool:
        """Whether most longer words begin with a capital, as in headlines."""
        words = [word for word in self.text.split() if len(word) > _LONG_WORD and word[0].isalpha()]
        words = [word for word in words if word.lower() not in _SMALL_WORDS]
        return sum(word[0].isupper() for word in words) >= _CAPITALS * max(len(words), 1)

    @property
    def is_headline(self) -> bool:
        """Short and no plain sentence: a title, a subhead, a link or a name."""
        open_end = not self.ends or self.asks or (self.trails_off and self.is_capitalised)
        return self.words <= TITLE_WORDS and open_end and self.text[-1] not in ",;:" and not self.speaks

    @property
    def speaks(self) -> bool:
        """Quoted words that an attribution follows: "Kami siap," kata Arung."""
        return _SPEECH.search(self.text) is not None

    def give(self, role: str, rule: str) -> None:
        """Set the role and the rule that gave it."""
        self.role, self.rule = role, rule


def cut_lines(text: str) -> list[Draft]:
    """Non-empty lines of a text in order, without outer white space."""
    drafts = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip(_BLANK)
        if body:
            start = match.start() + line.index(body[0])
            drafts.append(make_draft(text, start, start + len(body)))
    return drafts


def make_draft(text: str, start: int, end: int) -> Draft:
    """Make a line without a role."""
    line = text[start:end]
    return Draft(start, end, line, len(line.split()), _END.search(line[-100:]) is not None)


def fold(line: str) -> str:
    """Write the line as it is compared with others: lower case, single spaces, no bullet."""
    return " ".join(line.lower().lstrip(BULLETS).split())
