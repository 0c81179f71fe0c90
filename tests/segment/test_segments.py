"""A page in a language saksi does not read has a problem and no sentences."""

from __future__ import annotations

import pytest

from saksi.clean.pages import clean
from saksi.lang.language import load_language
from saksi.records import Article
from saksi.segment.segments import segment

LANGUAGE = load_language()
MALAY = (
    "Kementerian Pertahanan mengesahkan sebuah pesawat tentera udara terhempas ketika menjalani latihan rutin"
    " pagi semalam. Jawatankuasa siasatan akan ditubuhkan bagi mengenal pasti punca sebenar kejadian itu. Juruterbang"
    " sempat melontar diri keluar dan kini dirawat di hospital tentera berhampiran pangkalan."
)
ENGLISH = (
    "The foreign minister of Tirta Island said his government would send aid to Ambar City from Monday. He told"
    " reporters that the first ship would leave from the northern port with food and tents for the victims."
)
INDONESIAN = (
    "Kementerian Pertahanan membenarkan sebuah pesawat angkatan udara jatuh saat latihan rutin kemarin pagi."
    " Tim penyelidik dibentuk untuk mencari penyebab kecelakaan itu, kata juru bicara kementerian."
)


@pytest.mark.parametrize(("text", "language"), [(MALAY, "ms"), (ENGLISH, "en")])
def test_no_sentences_in_another_language(text: str, language: str) -> None:
    page = clean(Article("-", text), LANGUAGE.furniture)
    assert page.language == language
    assert [problem.rule for problem in page.problems] == ["language"]
    assert segment(page, LANGUAGE.sentences).sentences == ()


def test_sentences_in_indonesian() -> None:
    page = clean(Article("-", INDONESIAN), LANGUAGE.furniture)
    assert page.problems == ()
    assert len(segment(page, LANGUAGE.sentences).sentences) == 2
