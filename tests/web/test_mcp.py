"""An assistant asks a store through the protocol's own client; passed by without the library."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from saksi.store.store import Store

mcp = pytest.importorskip("mcp", reason="mcp is not installed: pip install 'saksi[mcp]'")


def ask(path: Path, *calls: tuple[str, dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """The tools of a server that runs as its own process, and its answers to some calls."""

    async def talk() -> tuple[list[Any], list[Any]]:
        command = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "saksi.cli", "mcp", "--store", str(path)]
        )
        async with mcp.Client(command) as client:
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, words) for name, words in calls]

    return asyncio.run(talk())


def test_every_tool_answers_with_ids_and_witnesses(demo_store: Path) -> None:
    with Store.open(demo_store) as store:
        event = store.events(actor="RUS")[0]
    before = demo_store.read_bytes()
    tools, answers = ask(
        demo_store,
        ("search_articles", {"words": "rudal"}),
        ("find_events", {"actor": "RUS", "limit": 3}),
        ("find_statements", {"speaker": "CHN"}),
        ("get_record", {"id": event.id}),
        ("timeline", {"actor": "CHN", "other": "RUS"}),
        ("actor_profile", {"name": "Vladimir Putin"}),
        ("positions", {"about": "Ukraina"}),
        ("conflicts", {}),
        ("sql", {"question": "SELECT count(*) AS n FROM v_events"}),
    )
    assert {tool.name for tool in tools} == {
        "search_articles", "find_events", "find_statements", "get_record", "timeline", "actor_profile",
        "positions", "conflicts", "sql",
    }  # fmt: skip
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    assert [answer.is_error for answer in answers] == [False] * 9
    search, events, statements, record, timeline, profile, positions, _, counted = (
        answer.structured_content for answer in answers
    )
    assert search["rows"][0]["article"]
    assert events["rows"][0]["id"] == event.id
    assert all(row["evidence"] and row["witness"] for row in events["rows"] + statements["rows"])
    assert record["witnesses"][0]["text"] == event.evidence
    assert all(row["witness"]["evidence"] for row in timeline["rows"])
    assert profile["identities"][0]["name"] == "Vladimir Putin"
    assert positions["rows"][0]["id"]
    assert counted["rows"][0][0] > 100
    assert demo_store.read_bytes() == before


def test_what_is_wrong_is_told_and_nothing_is_written(demo_store: Path) -> None:
    _, answers = ask(
        demo_store,
        ("sql", {"question": "DELETE FROM event"}),
        ("get_record", {"id": "zzz"}),
        ("find_events", {"since": "soon"}),
        ("find_events", {"type": "DANCE"}),
    )
    assert all(answer.is_error for answer in answers)
    told = [answer.content[0].text for answer in answers]
    assert "only a SELECT" in told[0]
    assert "no record has this id" in told[1]
    assert "day, month or year" in told[2]
