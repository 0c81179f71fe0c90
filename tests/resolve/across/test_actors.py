"""Mentions become identities: enough evidence joins, too little leaves it open."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.lexicon import fold_name
from saksi.resolve.across.records import ActorMention, Decisions, Linked
from saksi.resolve.across.surnames import LOOKED_AT
from tests.resolve.across.rowmaking import known, name_of, noun, person

MINISTER = {"code": "AMB", "sector": "GOV", "office": "Menlu Ambar", "office_term": "menteri luar negeri"}
FULL = person("a", "Wira Tandawa", **MINISTER)


def are_one(a: ActorMention, b: ActorMention, *others: ActorMention) -> bool:
    linked = link_actors([a, b, *others])
    return name_of(linked, a) == name_of(linked, b)


# ---- full names ------------------------------------------------------------------


def test_the_atlas_makes_one_of_all_names() -> None:
    names = ("SCO", "OKS", "Organisasi Kerja Sama Shanghai", "Shanghai Cooperation Organization")
    linked = link_actors(
        [known(str(n), "org/SCO", name, "IGO", names=(name,)) for n, name in enumerate(names)]
    )
    assert [identity.id for identity in linked.identities] == ["org/SCO"]
    assert set(names) <= set(linked.identities[0].names)


def test_same_name_and_country_is_one_person() -> None:
    assert are_one(FULL, person("b", "Wira Tandawa", "2024-05-01", code="AMB"))


def test_one_spelling_of_a_sound_is_as_good_as_another() -> None:
    assert fold_name("Sjahrir Oemar") == fold_name("Sjahrir Umar")
    assert are_one(
        person("a", "Sergey Tandawov", code="AMB"), person("b", "Sergei Tandawov", "2024-03-06", code="AMB")
    )


def test_a_letter_apart_needs_more_than_a_country() -> None:
    close = person("b", "Wira Tandava", "2024-03-06", **MINISTER)
    far = person("b", "Wira Tandalwa", "2024-03-06", code="AMB")
    assert are_one(FULL, close)
    assert not are_one(person("a", "Wira Tandawa", "2021-01-01", code="AMB"), far)


def test_words_of_a_title_left_before_a_name_do_no_harm() -> None:
    assert are_one(FULL, person("b", "Negeri Wira Tandawa", code="AMB"))


def test_namesakes_of_two_countries_are_two() -> None:
    assert not are_one(FULL, person("b", "Wira Tandawa", code="KES"))


def test_namesakes_in_two_offices_at_one_time_are_two() -> None:
    police = person("b", "Wira Tandawa", code="AMB", sector="COP", office_term="kepala polisi kota")
    assert not are_one(FULL, police)


def test_a_country_that_was_only_inferred_is_no_objection() -> None:
    guessed = person("b", "Wira Tandawa", "2024-03-06", code="KES", code_told=False)
    linked = link_actors([FULL, guessed])
    assert name_of(linked, FULL) == name_of(linked, guessed)
    assert linked.identities[0].code == "AMB"


def test_a_namesake_without_country_does_not_bridge_two_countries() -> None:
    other = person("b", "Wira Tandawa", code="KES")
    linked = link_actors([FULL, other, person("c", "Wira Tandawa", "2024-03-06")])
    assert name_of(linked, FULL) != name_of(linked, other)


def test_a_deputy_who_becomes_minister_is_one_person_with_two_offices() -> None:
    deputy = person(
        "b", "Wira Tandawa", "2021-06-01", **{**MINISTER, "office_term": "wakil menteri luar negeri"}
    )
    linked = link_actors([FULL, deputy])
    (identity,) = linked.identities
    assert [(t.office, t.first) for t in identity.offices] == [
        ("wakil menteri luar negeri", "2021-06-01"),
        ("menteri luar negeri", "2024-03-05"),
    ]


# ---- surnames --------------------------------------------------------------------


def test_a_surname_joins_the_one_who_has_its_country_office_and_time() -> None:
    assert are_one(FULL, person("b", "Tandawa", "2024-03-20", **MINISTER))


def test_a_surname_without_country_stays_open_but_names_who_it_may_be() -> None:
    bare = person("b", "Tandawa")
    linked = link_actors([FULL, bare])
    assert name_of(linked, bare) != name_of(linked, FULL)
    assert linked.by_id[name_of(linked, bare)].candidates == (name_of(linked, FULL),)


def test_a_surname_of_an_article_without_a_day_stays_open() -> None:
    assert not are_one(FULL, person("b", "Tandawa", None, **MINISTER))


def test_a_surname_of_another_time_stays_open() -> None:
    assert not are_one(FULL, person("b", "Tandawa", "2019-03-20", **MINISTER))


def test_country_and_time_alone_do_not_join_a_surname() -> None:
    assert not are_one(FULL, person("b", "Tandawa", code="AMB"))


def test_company_joins_a_surname_of_one_country_and_time() -> None:
    beside = ("org/SCO", "person/lain-orang")
    full = person("a", "Wira Tandawa", beside=beside, **MINISTER)
    assert are_one(full, person("b", "Tandawa", code="AMB", beside=beside))


def test_two_who_fit_a_surname_leave_it_open() -> None:
    brother = person("c", "Bagas Tandawa", **MINISTER)
    bare = person("b", "Tandawa", **MINISTER)
    linked = link_actors([FULL, brother, bare])
    assert len(linked.identities) == 3
    assert set(linked.by_id[name_of(linked, bare)].candidates) == {
        name_of(linked, FULL),
        name_of(linked, brother),
    }


# ---- bodies, offices, nouns --------------------------------------------------------


def test_a_government_is_its_state() -> None:
    state, government = known("a", "state/AMB", "Ambar", "AMB"), noun("b", "pemerintah", "AMB", "body")
    assert are_one(state, government)


def test_an_office_without_a_name_is_whoever_holds_it_then() -> None:
    office = replace(noun("b", "menteri luar negeri", "AMB", "office"), office_term="menteri luar negeri")
    assert are_one(FULL, office)
    later = person("c", "Bagas Kesmira", "2024-03-20", **MINISTER)
    assert not are_one(FULL, office, later)  # two within a month: open


def test_nobody_in_particular_is_not_one_over_articles() -> None:
    assert not are_one(noun("a", "warga", ""), noun("b", "warga", ""))
    assert are_one(noun("a", "pasukan", "AMB"), noun("b", "pasukan", "AMB"))


# ---- decisions, order --------------------------------------------------------------


def test_a_person_decides_against_and_for() -> None:
    again, bare = person("b", "Wira Tandawa", code="AMB"), person("c", "Tandawa")
    apart = link_actors([FULL, again], Decisions(must_not=frozenset({(FULL.id, again.id)})))
    assert name_of(apart, FULL) != name_of(apart, again)
    joined = link_actors([FULL, again, bare], Decisions(must=frozenset({(bare.id, FULL.id)})))
    assert name_of(joined, bare) == name_of(joined, FULL) == name_of(joined, again)


def test_a_decision_also_splits_what_the_atlas_joins() -> None:
    a, b, c = (known(d, "org/SCO", "SCO", "IGO") for d in "abc")
    linked = link_actors([a, b, c], Decisions(must_not=frozenset({(a.id, b.id)})))
    assert name_of(linked, a) != name_of(linked, b)
    assert name_of(linked, c) in {name_of(linked, a), name_of(linked, b)}


def test_every_link_tells_its_reasons_and_adds_up() -> None:
    linked = link_actors([FULL, person("b", "Negeri Wira Tandawa", code="AMB")])
    (link,) = linked.identities[0].links
    assert link.reasons
    assert round(sum(reason.weight for reason in link.reasons), 2) == link.score


def test_a_common_surname_costs_no_more_than_its_month() -> None:
    day = date(2021, 1, 1)
    full = [
        person(f"f{n}", f"Nama{n} Tandawa", "2021-01-05", code="AMB", office_term=f"wali kota {n}")
        for n in range(40)
    ]
    spread = [
        person(f"d{n}", "Tandawa", (day + timedelta(days=n)).isoformat(), code="AMB") for n in range(900)
    ]
    assert link_actors([*full, *spread]).work.skipped == 0
    crowded = [person(f"d{n}", "Tandawa", "2021-01-05", code="AMB") for n in range(900)]
    assert link_actors([*full, *crowded]).work.skipped == 900 * (940 - LOOKED_AT)


MENTIONS = st.lists(
    st.builds(
        lambda n, name, code, office, day: person(f"d{n}", name, day, code=code, office_term=office),
        st.integers(0, 10**6),
        st.sampled_from(
            ("Wira Tandawa", "Tandawa", "Bagas Tandawa", "Wira Tandava", "Negeri Wira Tandawa", "Wira")
        ),
        st.sampled_from((None, "AMB", "KES")),
        st.sampled_from((None, "menteri luar negeri", "kepala polisi")),
        st.sampled_from((None, "2024-03-05", "2024-03-20", "2021-01-01")),
    ),
    max_size=9,
    unique_by=lambda mention: mention.source.document,
)


@settings(max_examples=150, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_order_changes_nothing(mentions: list[ActorMention], chance: object) -> None:
    shuffled = list(mentions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link_actors(shuffled) == link_actors(mentions)


@settings(max_examples=100, deadline=None)
@given(MENTIONS)
def test_each_mention_is_in_one_identity_and_no_identity_has_two_countries(
    mentions: list[ActorMention],
) -> None:
    linked: Linked = link_actors(mentions)
    rows = {mention.id: mention for mention in mentions}
    assert sorted(m for identity in linked.identities for m in identity.mentions) == sorted(rows)
    for identity in linked.identities:
        assert len({rows[m].code for m in identity.mentions if rows[m].code}) <= 1


def test_a_later_article_changes_no_id() -> None:
    first = person("b", "Wira Tandawa", "2024-03-01", code="AMB")
    namesake = person("d", "Wira Tandawa", "2024-03-02", code="KES")
    before = link_actors([first, namesake])
    later = [person(f"a{n}", "Wira Bagas Tandawa", "2024-03-20", **MINISTER) for n in range(3)]
    after = link_actors([first, namesake, *later])
    assert (
        name_of(after, later[0]) == name_of(after, first) == name_of(before, first) == "person/wira-tandawa"
    )
    assert name_of(after, namesake) == name_of(before, namesake) == "person/wira-tandawa~2"
    assert after.by_id["person/wira-tandawa"].name == "Wira Bagas Tandawa"
