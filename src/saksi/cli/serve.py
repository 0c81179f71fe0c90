"""``saksi serve`` and ``saksi demo --open``: the reading room in a browser.

Turns options into a running server on this machine alone, unless another host is asked for.
What the pages show stands in ``web``.
"""

from __future__ import annotations

import socket
import tempfile
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from saksi.cli import exits
from saksi.cli.options import Option, Values, make_command
from saksi.cli.talk import say
from saksi.errors import MissingPartError, UsageError

if TYPE_CHECKING:
    import typer
    import uvicorn

    from saksi.web.room import Room

#: Where the room opens when no port is asked for; any number above 1023 would do.
PORT = 8421
#: Names of this machine, for the Host header. The last is the name that RFC 6761 reserves for it.
LOOPBACK = ("127.0.0.1", "[::1]", "local" + "host")
#: Seconds until a browser is opened: the server answers by then.
_SOON = 0.6

_OWN = {
    "port": Option(int, PORT, "The port; 0 for any that is free."),
    "host": Option(str, LOOPBACK[0], "The address to listen on; others than this machine can read all.", metavar="IP"),
    "allow_host": Option(list[str] | None, None, "A name under which it may be asked for; may be repeated.", (), "NAME"),
    "read_only": Option(bool, False, "No reviews and no decisions."),
    "open": Option(bool, False, "Open a browser."),
}  # fmt: skip


def add_to(app: typer.Typer) -> None:
    """Add ``saksi serve``."""
    app.command("serve")(make_command(serve, (), _OWN))


def serve(values: Values) -> int:
    """Show a store in a browser: overview, timeline, map, network, articles with their marks."""
    path = Path(values["store"])
    hosts = (*LOOPBACK, values["host"], *(values["allow_host"] or ()))
    if values["host"] not in LOOPBACK:
        say(f"everyone who reaches {values['host']} can read this store; there are no passwords")
    return run(_make_room(path, hosts, reviewing=not values["read_only"]), values)


def serve_demo(*, port: int, browser: bool) -> int:
    """Put the demo articles into a store that lasts as long as the command, and show it."""
    from saksi.cli.demo import read_demo
    from saksi.store.store import Store

    with tempfile.TemporaryDirectory(prefix="saksi-demo-") as folder:
        path = Path(folder) / "demo.saksi"
        say("reading the demo articles ...")
        with Store.open(path, write=True) as store:
            store.add(read_demo())
        room = _make_room(path, LOOPBACK, reviewing=True)
        return run(room, {"host": LOOPBACK[0], "port": port, "open": browser})


def _make_room(path: Path, hosts: tuple[str, ...], *, reviewing: bool) -> Room:
    """A room over a store that can be opened; StoreError says why it cannot."""
    try:
        from saksi.web.room import Room
    except ImportError as error:
        raise _missing(error) from error
    room = Room(path, tuple(dict.fromkeys(host.lower() for host in hosts)), reviewing=reviewing)
    room.open().close()
    return room


def _missing(error: ImportError) -> MissingPartError:
    return MissingPartError(f"{error.name} is not installed: pip install 'saksi[web]'")


def run(room: Room, values: Values) -> int:
    """Serve until Ctrl-C."""
    try:
        import uvicorn

        from saksi.web.app import make_app
        from saksi.web.drawing.world import load_lands
    except ImportError as error:
        raise _missing(error) from error
    config = uvicorn.Config(
        make_app(room), host=values["host"], port=values["port"], log_level="warning", server_header=False
    )
    listener = _listen(config)
    address = f"http://{values['host']}:{listener.getsockname()[1]}/"
    say(f"{address} shows {room.path}; Ctrl-C ends it")
    threading.Thread(target=load_lands, daemon=True).start()  # the map's first visitor need not wait
    if values["open"]:
        threading.Timer(_SOON, webbrowser.open, (address,)).start()
    uvicorn.Server(config).run(sockets=[listener])
    return exits.OK


def _listen(config: uvicorn.Config) -> socket.socket:
    """The socket that is listened on; UsageError when the port is taken."""
    found = socket.socket(socket.AF_INET6 if ":" in config.host else socket.AF_INET)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((config.host, config.port))
    except OSError as error:
        found.close()
        raise UsageError(
            f"--port {config.port}: {config.host} cannot be listened on ({error.strerror}): give another port, or 0"
        ) from error
    return found
