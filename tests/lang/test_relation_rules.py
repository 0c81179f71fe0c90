"""Rules of relations and words of stance are checked when they are loaded."""

from pathlib import Path

import pytest

from saksi.errors import DataError
from saksi.lang.language import load_language
from saksi.lang.relation_rules import LISTS, load_relation_rules
from saksi.lang.stance import load_stance_rules

WORDS = (
    "[words]\n" + "\n".join(f'{name} = ["x"]' for name in sorted(LISTS)) + '\n[heads]\ntreaty = ["pakta"]\n'
)
RULE = '[[noun]]\nid = "a"\nwords = ["anggota"]\npredicate = "{}"\nobject = ["state"]\nsubject = ["state"]\n'
STANCE = '[speech]\nwarn = "warns"\n[subject_first]\nwords = []\n[negations]\nwords = ["tidak"]\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_unknown_predicate_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="likes"):
        load_relation_rules(write(tmp_path, WORDS + RULE.format("likes")))


def test_missing_word_list_is_named(tmp_path: Path) -> None:
    text = WORDS.replace('hopes = ["x"]\n', "") + RULE.format("member_of")
    with pytest.raises(DataError, match="hopes"):
        load_relation_rules(write(tmp_path, text))


def test_every_rule_has_an_example_and_a_counter() -> None:
    for rule in load_language().relations.rules:
        kinds = {kind for kind, _, _ in rule.examples}
        assert {"example", "counter"} <= kinds, rule.id


def test_unknown_stance_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="loves"):
        load_stance_rules(write(tmp_path, STANCE + '[[stance]]\nid = "loves"\nwords = ["cinta"]\n'))


def test_word_in_two_stances_is_refused(tmp_path: Path) -> None:
    rows = "".join(f'[[stance]]\nid = "{name}"\nwords = ["harus"]\n' for name in ("warns", "demands"))
    with pytest.raises(DataError, match="harus"):
        load_stance_rules(write(tmp_path, STANCE + rows))
