"""An invented article with invented records, for tests that need a whole Analysis."""

from saksi.records import (
    Analysis,
    Article,
    Count,
    Entity,
    Event,
    EventDate,
    Line,
    Location,
    Marks,
    Page,
    Person,
    Published,
    Relation,
    Segments,
    Sentence,
    Span,
    Statement,
    Time,
)

TEXT = (
    "Delegasi Tandawa bertemu Menlu Kesmira Rukmi di Kota Ambar, Rabu (3/4). "
    "“Kami tidak mundur”, kata Rukmi. "
    "Tandawa menjadi pengamat Liga Ambar sejak 2012."
)


def make_analysis(
    source: str = "satu.txt", *, day: str = "2024-04-03", year: str | None = "2012"
) -> Analysis:
    """One event, one statement and one relation, each over its own sentence."""
    return Analysis(
        marks=make_marks(source),
        events=(make_event(day=day),),
        statements=(make_statement(),),
        relations=(make_relation(year),),
        people=(Person("Rukmi", "Menlu", "KSM", (find("Rukmi"),)),),
    )


def find(words: str) -> Span:
    """The first place of the words in the invented article."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def sentence_of(words: str) -> Span:
    """The sentence that holds the words."""
    at = TEXT.index(words)
    return next(span for span in sentence_spans() if span.start <= at < span.end)


def sentence_spans() -> tuple[Span, ...]:
    """The three sentences."""
    second, third = TEXT.index("“Kami"), TEXT.index("Tandawa menjadi")
    return Span(0, second - 1), Span(second, third - 1), Span(third, len(TEXT))


def make_entity(
    words: str, name: str | None = None, code: str | None = None, office: str | None = None
) -> Entity:
    """An entity whose witness is the first place of the words."""
    start, end = find(words)
    return Entity(words, start, end, name or words, code=code, office=office)


def make_marks(source: str) -> Marks:
    """Page, sentences without tokens, one time."""
    page = Page(
        Article(source, TEXT),
        lines=(Line(0, len(TEXT), "body"),),
        title=None,
        outlet=None,
        dateline=None,
        language="id",
    )
    sentences = tuple(
        Sentence(span.start, span.end, number, 0, "body", ())
        for number, span in enumerate(sentence_spans(), start=1)
    )
    start, end = find("Rabu (3/4)")
    time = Time(start, end, "Rabu (3/4)", "2024-04-03", "DATE", "weekday and day")
    published = Published("2024-04-04", "day", "printed", ("2024-04-04",))
    none: tuple[tuple[()], ...] = ((), (), ())
    return Marks(Segments(page, sentences, ()), none, ((time,), (), ()), none, published)


def make_event(
    *, day: str = "2024-04-03", status: str = "actual", claimant: Entity | None = None, kind: str = "CONSULT"
) -> Event:
    """The meeting of the first sentence."""
    start, end = find("Rabu (3/4)")
    place = find("Kota Ambar")
    return Event(
        id="e1",
        event=kind,
        mode="visit" if kind == "CONSULT" else None,
        context=("diplomatic",),
        actor=(make_entity("Delegasi Tandawa", code="TDW"),),
        recipient=(make_entity("Kesmira", code="KSM"),),
        date=EventDate(day, "day", "Rabu (3/4)", start, end, "same sentence"),
        location=Location("Kota Ambar", *place, "Ambar", "TDW", None, None, None, "city"),
        status=status,
        asserted_by=claimant,
        evidence=sentence_of("Delegasi"),
        mentions=(sentence_of("Delegasi"),),
        rule="temu/meet",
        confidence=0.9,
        size=Count(2, None, "Delegasi", 0, 8),
    )


def make_statement(kind: str = "direct") -> Statement:
    """The quotation of the second sentence."""
    speaker = make_entity("Rukmi", code="KSM", office="Menlu")
    return Statement("s1", speaker, None, kind, find("kata"), find("Kami tidak mundur"), sentence_of("Kami"))


def make_relation(year: str | None = "2012", predicate: str = "observer_of") -> Relation:
    """The membership of the third sentence."""
    member, league = make_entity("Tandawa", code="TDW"), make_entity("Liga Ambar", code="IGO")
    return Relation(
        "r1", member, predicate, league, year, None, "actual", sentence_of("pengamat"), "pengamat"
    )
