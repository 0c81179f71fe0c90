"""The commands of ``saksi`` with their arguments.

Turns a command line into one call of a function in this room. Whatever takes time to
import waits inside the command that needs it, so that ``saksi --help`` answers at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from saksi.cli import atlas, exits, extracting, mcp, picture, serve, spark, store_commands
from saksi.cli.talk import say
from saksi.errors import MissingPartError, SaksiError, StoreError, UsageError

app = typer.Typer(
    help="Reads Indonesian news on international affairs; every record has its witness.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line: the entry point of the ``saksi`` command."""
    try:
        app()
    except UsageError as error:
        say(str(error))
        sys.exit(exits.USAGE)
    except StoreError as error:
        say(str(error))
        sys.exit(exits.STORE_UNUSABLE)
    except MissingPartError as error:
        say(str(error))
        sys.exit(exits.MISSING_PART)
    except SaksiError as error:
        say(str(error))
        sys.exit(exits.FAILED)


def _print_version(wanted: bool) -> None:
    if wanted:
        from saksi.version import __version__

        typer.echo(f"saksi {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options before the command."""
    del version


extracting.add_to(app)


@app.command()
def explain(
    sentence: Annotated[
        str | None, typer.Argument(help="An Indonesian sentence, in quotation marks.")
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", help="Explain a whole file; - for standard input.")
    ] = None,
) -> None:
    """Show what saksi sees in a sentence, which rules fired, and which nearly did."""
    from saksi.cli.explain import print_sections
    from saksi.explain import explain_article, explain_text
    from saksi.lang.language import load_language
    from saksi.read.articles import read_articles

    if (sentence is None) == (file is None):
        raise UsageError("give one sentence in quotation marks, or --file PATH")
    if sentence is not None:
        print_sections(explain_text(sentence, load_language()))
        return
    for article in read_articles([str(file)]):
        for problem in article.problems:
            say(problem.why)
        if not article.text:
            raise typer.Exit(exits.SOME_DOCUMENTS_FAILED)
        print_sections(explain_article(article, load_language()))


@app.command()
def check(
    path: Annotated[
        str | None, typer.Argument(help="Only the rule files whose path holds this, such as frames/serang.")
    ] = None,
) -> None:
    """Load all data and run every example that stands beside a rule."""
    from saksi.cli.checks import run_checks

    raise typer.Exit(run_checks(path))


@app.command()
def demo(
    browser: Annotated[
        bool, typer.Option("--open", help="Show them in a browser instead, until Ctrl-C.")
    ] = False,
    port: Annotated[int, typer.Option("--port", help="With --open: the port; 0 for any that is free.")] = 0,
) -> None:
    """Read the articles that come with saksi and show what is in them."""
    from saksi.cli.demo import show_demo
    from saksi.cli.serve import serve_demo
    from saksi.lang.language import load_language
    from saksi.pipeline import analyse

    if browser:
        raise typer.Exit(serve_demo(port=port, browser=True))
    language = load_language()
    raise typer.Exit(show_demo(lambda article: analyse(article, language)))


@app.command("normalise-dates")
def normalise_dates(
    file: Annotated[
        Path | None, typer.Argument(help="A file of lines; standard input when left out.")
    ] = None,
) -> None:
    """Give each line of REFERENCE-DATE, tab, EXPRESSION its date, or NONE."""
    from saksi.cli.dates import normalise_lines

    if file is None:
        raise typer.Exit(normalise_lines(sys.stdin.buffer, sys.stdout))
    try:
        with file.open("rb") as lines:
            code = normalise_lines(lines, sys.stdout)
    except OSError as error:
        raise UsageError(f"{file}: it cannot be read ({error.strerror}): check the path") from error
    raise typer.Exit(code)


atlas.add_to(app)
store_commands.add_to(app)
serve.add_to(app)
picture.add_to(app)
mcp.add_to(app)
spark.add_to(app)
