"""The app of the reading room: which address is answered by which function.

Turns a ``Room`` into an ASGI app. A page function knows nothing of HTTP; here its store is
opened, its language chosen, and errors become pages that say what to do.
"""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from pathlib import Path

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from saksi.errors import MissingPartError, SaksiError, StoreError, UsageError
from saksi.export.formats import find_format
from saksi.web import api, desk
from saksi.web.drawing.svg import draw_land
from saksi.web.drawing.world import draw_map
from saksi.web.guard import Guard, is_own, read_form
from saksi.web.pages import lists, overview, pictures, records
from saksi.web.pages.answer import Answer, Page
from saksi.web.render import dump, read_asset, render, render_alone
from saksi.web.room import Ask, Room
from saksi.web.wording import Wording, choose_language, make_wording

PAGES: Mapping[str, Page] = {
    "/": overview.show_overview,
    "/timeline": pictures.show_timeline,
    "/map": pictures.show_map,
    "/network": pictures.show_network,
    "/pair": pictures.show_pair,
    "/actors": lists.show_actors,
    "/actor/{key:path}": records.show_actor,
    "/incident/{key}": records.show_incident,
    "/record/{key}": records.show_record,
    "/article/{key}": records.show_article,
    "/events": lists.show_events,
    "/statements": lists.show_statements,
    "/relations": lists.show_relations,
    "/positions": lists.show_positions,
    "/conflicts": lists.show_conflicts,
    "/search": lists.show_search,
    "/review": lists.show_review,
    "/sources": lists.show_sources,
    "/sql": lists.show_sql,
    "/paste": desk.show_paste,
}
#: A year: assets never change under one version of saksi.
_KEEP = {"cache-control": "public, max-age=3600"}
_KINDS = {
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "txt": "text/plain",
    "svg": "image/svg+xml",
}
_CODES: tuple[tuple[type[SaksiError], int], ...] = (
    (UsageError, 400),
    (MissingPartError, 501),
    (StoreError, 503),
)
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(room: Room) -> Starlette:
    """The app that shows one store."""
    routes = [Route(path, _page(room, page)) for path, page in PAGES.items()]
    routes += [
        Route("/api/v1/status", _data(room, api.answer_status)),
        Route("/api/v1/record/{key}", _data(room, api.answer_record)),
        Route("/api/v1/{table}", _data(room, api.answer_table)),
        Route("/export/{format}", _data(room, export)),
        Route("/review", _write(room, desk.keep_review, "/review"), methods=["POST"]),
        Route("/decide", _write(room, desk.keep_decision, "/review"), methods=["POST"]),
        Route("/paste", _paste(room), methods=["POST"]),
        Route("/land.svg", _land),
        Route("/asset/{name}", _asset),
        Route("/favicon.ico", _icon),
        Route("/{rest:path}", _missing),
    ]
    middleware = [Middleware(Guard, hosts=room.hosts), Middleware(GZipMiddleware, minimum_size=2_000)]
    return Starlette(routes=routes, middleware=middleware)


# ---- reading ---------------------------------------------------------------------------


def _page(room: Room, page: Page) -> Endpoint:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_show, room, request, page)

    return answer


def _show(room: Room, request: Request, page: Page) -> Response:
    """One page, or one that says why there is none."""
    words = find_words(request)
    try:
        with room.open() as store:
            ask = Ask(
                room,
                store,
                words,
                dict(request.query_params),
                dict(request.path_params),
                request.cookies.get("by", ""),
            )
            response: Response = _send(ask, page(ask))
    except SaksiError as error:
        response = _tell(words, error)
    return _keep_language(request, response, words)


def _send(ask: Ask, answer: Answer) -> HTMLResponse:
    return HTMLResponse(render(ask, answer), answer.status)


def _tell(words: Wording, error: SaksiError) -> HTMLResponse:
    code = next((code for kind, code in _CODES if isinstance(error, kind)), 500)
    return HTMLResponse(render_alone(words, str(error), code), code)


def find_words(request: Request) -> Wording:
    """The words for a request: ``?lang=``, the cookie, or what the browser prefers."""
    asked, kept = request.query_params.get("lang"), request.cookies.get("lang")
    return make_wording(choose_language(asked, kept, request.headers.get("accept-language", "")))


def _keep_language(request: Request, response: Response, words: Wording) -> Response:
    if request.query_params.get("lang") == words.language:
        response.set_cookie("lang", words.language, max_age=31_536_000, httponly=True, samesite="strict")
    response.headers["vary"] = "cookie, accept-language"
    response.headers["cache-control"] = "no-store"
    return response


def _data(room: Room, answer: Callable[[Ask], Response]) -> Endpoint:
    async def respond(request: Request) -> Response:
        return await run_in_threadpool(_answer_data, room, request, answer)

    return respond


def _answer_data(room: Room, request: Request, answer: Callable[[Ask], Response]) -> Response:
    """Data, or an object that says why there is none."""
    try:
        with room.open() as store:
            return answer(
                Ask(room, store, find_words(request), dict(request.query_params), dict(request.path_params))
            )
    except SaksiError as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), 500)
        return Response(
            dump({"schema": api.SCHEMA, "error": str(error)}), code, media_type="application/json"
        )


def export(ask: Ask) -> Response:
    """A file in one of the formats of ``saksi export``, with the filters of the address."""
    form = find_format(ask.path["format"])
    folder = tempfile.TemporaryDirectory(prefix="saksi-")
    path = Path(folder.name) / f"saksi-{form.name}"
    try:
        form.write(ask.store.select(**ask.filters), path)
    except BaseException:
        folder.cleanup()
        raise
    headers = {"content-disposition": f'attachment; filename="{name_file(form.name)}"'}
    return FileResponse(
        path,
        media_type="application/octet-stream",
        headers=headers,
        background=BackgroundTask(folder.cleanup),
    )


#: Endings of formats that are not their names.
_ENDINGS = {
    "polecat": "tsv", "icews": "tsv", "timelinejs": "json", "webannotation": "jsonl", "labelstudio": "json",
    "datasette": "db", "ftm": "ndjson",
}  # fmt: skip


def name_file(form: str) -> str:
    """The name under which a download is kept.

    >>> name_file("polecat"), name_file("xlsx")
    ('saksi-polecat.tsv', 'saksi.xlsx')
    """
    return f"saksi-{form}.{_ENDINGS[form]}" if form in _ENDINGS else f"saksi.{form}"


# ---- writing ----------------------------------------------------------------------------


def _write(room: Room, keep: Callable[[Room, Mapping[str, str]], object], back: str) -> Endpoint:
    async def respond(request: Request) -> Response:
        words = find_words(request)
        try:
            form = await read_form(request)
            _check(room, request, form, words)
            await run_in_threadpool(keep, room, form)
        except SaksiError as error:
            return _tell(words, error)
        response = RedirectResponse(_own_address(form.get("back"), back), 303)
        response.set_cookie(
            "by",
            form.get("by", "").strip().encode("ascii", "ignore").decode()[:80],
            max_age=31_536_000,
            samesite="strict",
        )
        return response

    return respond


def _check(room: Room, request: Request, form: Mapping[str, str], words: Wording) -> None:
    if not room.reviewing:
        raise UsageError(words.say("reading_only"))
    if not is_own(request, form, room.token):
        raise UsageError(words.say("foreign_form"))


def _own_address(address: str | None, usual: str) -> str:
    """Where to go back to: a path of ours, nothing else."""
    fits = bool(address) and str(address).startswith("/") and not str(address).startswith(("//", "/\\"))
    return str(address) if fits and "\n" not in str(address) and "\r" not in str(address) else usual


def _paste(room: Room) -> Endpoint:
    async def respond(request: Request) -> Response:
        words = find_words(request)
        try:
            form = await read_form(request)
            if not is_own(request, form, room.token):
                raise UsageError(words.say("foreign_form"))
            answer = await run_in_threadpool(desk.mark_paste, form)
        except SaksiError as error:
            return _tell(words, error)
        return await run_in_threadpool(_show, room, request, lambda _: answer)

    return respond


# ---- files ------------------------------------------------------------------------------


async def _land(request: Request) -> Response:
    del request
    return Response(await run_in_threadpool(_draw_land), media_type=_KINDS["svg"], headers=_KEEP)


@cache
def _draw_land() -> str:
    return draw_land(draw_map((), ""))


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    try:
        data = read_asset(name)
    except KeyError:
        return PlainTextResponse("no such asset\n", 404)
    return Response(data, media_type=_KINDS.get(name.rpartition(".")[2], "text/plain"), headers=_KEEP)


async def _icon(request: Request) -> Response:
    del request
    return Response(read_asset("icon.svg"), media_type=_KINDS["svg"], headers=_KEEP)


async def _missing(request: Request) -> Response:
    words = find_words(request)
    return HTMLResponse(render_alone(words, words.say("no_page", path=request.url.path[:200]), 404), 404)
