"""Records in notebooks: the worked example runs, and hostile text stays text."""

import json
from pathlib import Path
from typing import Any

from saksi.store.store import Store
from saksi.web.notebook import Marked
from tests.web.rooms import ARTICLE, Reading

NOTEBOOK = Path(__file__).parents[2] / "docs" / "how-to" / "notebook.ipynb"


def test_worked_example_runs() -> None:
    names: dict[str, Any] = {}
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)  # noqa: S102  # our own notebook
    assert names["progress"].added == 26
    assert len(names["rows"]) > 5
    assert names["svg"].startswith("<svg")
    assert "border-bottom" in names["marked"]._repr_html_()


def test_rows_are_tables_whose_cells_are_text(hostile_store: Path) -> None:
    with Store.open(hostile_store) as store:
        for rows in (
            store.events(),
            store.statements(),
            store.actors(),
            store.incidents(),
            store.relations(),
        ):
            page = Reading(rows._repr_html_())
            assert {tag for tag, _ in page.elements} <= {
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "bdi",
                "p",
            }
            assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def test_marked_text_is_the_text(hostile_store: Path) -> None:
    with Store.open(hostile_store) as store:
        shown = Marked.from_store(store, store.events()[0].article)._repr_html_()
    for html in (shown, Marked.from_text(ARTICLE)._repr_html_()):
        page = Reading(html)
        assert {tag for tag, _ in page.elements} <= {"div", "h3", "p", "span"}
        assert "window.hit=1" in "".join(page.words)
        assert "\u202e" not in html
