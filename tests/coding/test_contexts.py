"""The contexts of an event come from its frame, its words, its paragraph and its article."""

from tests.reading import read


def contexts_of(text: str) -> list[tuple[str, ...]]:
    return [event.context for event in read(text).events]


def test_a_word_of_the_sentence_gives_its_context() -> None:
    (found,) = contexts_of("Kenya menangkap tujuh penyelundup narkoba di perbatasan.")
    assert {"illegal_drugs", "trafficking"} <= set(found)


def test_two_words_and_beginnings_of_words_count() -> None:
    found = contexts_of("Peru mengecam serangan siber oleh kelompok peretas asing.")[0]
    assert found[0] == "cyber"


def test_a_sentence_without_a_word_takes_the_context_of_its_article() -> None:
    text = "Pemilu Peru digelar Minggu. Kecurangan pemilu dilaporkan di banyak tempat pemungutan suara. "
    assert "election" in contexts_of(text + "Kolombia mengecam Peru.")[-1]
    assert "election" not in contexts_of("Kolombia mengecam Peru.")[-1]


def test_no_event_has_more_than_four() -> None:
    text = (
        "Menteri luar negeri Peru mengecam korupsi, narkoba, terorisme, perdagangan orang, pemilu, "
        "perubahan iklim, serangan siber dan senjata nuklir di parlemen Kolombia."
    )
    found = contexts_of(text)
    assert found
    assert all(len(contexts) <= 4 for contexts in found)
