"""Chooses the contexts of an event: what its frame says, its words and those around it.

Turns the sentences of an article into votes and a draft into at most four contexts. The
sentence votes most, its paragraph less, the whole article weakly; a type ("CONSULT") and the
sector of a participant ("MIL") bring their own. It does not change the type of an event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from saksi.coding.draft import Draft
from saksi.lang.coding_rules import SHORTEST, CodingRules
from saksi.records import Sentence

#: Contexts given to one event at most.
MOST = 4
#: Weights of the sources, set on the development gold so that most events get the context
#: they should have with no more than two and a half contexts on average.
OF_FRAME, OF_WORD, OF_LINE, OF_ARTICLE, OF_TYPE, OF_SECTOR = 3.0, 1.0, 0.4, 1.5, 1.0, 1.2
#: Different words of one place that count for a context at most.
MOST_WORDS = 3
#: A context of the article counts only when it is at least so frequent, as a share of the first.
ARTICLE_SHARE = 0.4
#: A context is given when its score is at least this, and this share of the best one's.
LEAST, LEAST_SHARE = 1.2, 0.45


class Contexts:
    """The votes of one article's words for contexts."""

    def __init__(self, sentences: Sequence[Sentence], rules: CodingRules) -> None:
        self.rules = rules
        self.sentences = [self._votes(s) for s in sentences]
        self.lines: dict[int, Counter[str]] = {}
        self.article: Counter[str] = Counter()
        for sentence, votes in zip(sentences, self.sentences, strict=True):
            self.lines.setdefault(sentence.line, Counter()).update(votes)
            self.article.update(votes)

    def of(self, draft: Draft, index: int, line: int) -> tuple[str, ...]:
        """The contexts of a draft told in sentence ``index`` of line ``line``, best first."""
        scores: defaultdict[str, float] = defaultdict(float)
        self._add(scores, dict.fromkeys(draft.context, 1), OF_FRAME)
        self._add(scores, dict.fromkeys(self.rules.context_of_type.get(draft.event, ()), 1), OF_TYPE)
        sectors = {e.sector for e in (*draft.actor, *draft.recipient) if e.sector is not None}
        brought = {c for s in sectors for c in self.rules.context_of_sector.get(s, ())}
        self._add(scores, dict.fromkeys(brought, 1), OF_SECTOR)
        own = self.sentences[index]
        self._add(scores, own, OF_WORD)
        self._add(scores, self.lines[line] - own, OF_LINE)
        self._add_article(scores)
        best = max(scores.values(), default=0.0)
        kept = [c for c, n in scores.items() if c in draft.context or n >= max(LEAST, best * LEAST_SHARE)]
        return tuple(sorted(kept, key=lambda c: (-scores[c], c))[:MOST])

    def _add(self, scores: defaultdict[str, float], votes: Mapping[str, int], weight: float) -> None:
        for context, count in votes.items():
            scores[context] += weight * min(count, MOST_WORDS)

    def _add_article(self, scores: defaultdict[str, float]) -> None:
        most = max(self.article.values(), default=0)
        for context, count in self.article.items():
            if count >= most * ARTICLE_SHARE:
                scores[context] += OF_ARTICLE * count / most

    def _votes(self, sentence: Sentence) -> Counter[str]:
        """How many different words of a sentence stand for each context."""
        words = [t.lower for t in sentence.tokens]
        pairs = {f"{a} {b}" for a, b in pairwise(words) if a in self.rules.context_pairs}
        found = [c for word in set(words) for c in self._of_word(word)]
        return Counter(found + [c for pair in pairs for c in self.rules.context_words.get(pair, ())])

    def _of_word(self, word: str) -> Iterable[str]:
        """The contexts of a word, as a whole and by its beginnings, each once."""
        whole = self.rules.context_words.get(word, ())
        filed = self.rules.context_beginnings.get(word[:SHORTEST])
        if filed is None:
            return whole
        begun = [c for beginning, contexts in filed if word.startswith(beginning) for c in contexts]
        return dict.fromkeys((*whole, *begun))
