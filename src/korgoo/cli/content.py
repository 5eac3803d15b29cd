"""Commands for what migrants are told: take it in, write it out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from korgoo.cli.start import count, start_django

if TYPE_CHECKING:
    from korgoo.rights.api import Loaded


@click.group()
def content() -> None:
    """What migrants are told: statements and numbers to call."""


@content.command()
@click.argument(
    "path", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def load(path: Path | None) -> None:
    """Take in the statements and numbers of the country pack, or of the file PATH.

    What is new and found in a source is published; a wording that differs becomes a draft for the
    editors. A second time nothing is doubled. Exit code 1 if anything in the file is wrong: each
    fault is one line (file:line: rule: what is wrong), and nothing is loaded.
    """
    start_django()
    from korgoo.countrypack.api import PackError
    from korgoo.rights import api

    try:
        done = api.load_file(path.read_bytes(), name=path.name) if path else api.load_pack()
    except PackError as error:
        for fault in error.faults:
            click.echo(f"{fault.file}:{fault.line}: {fault.rule}: {fault.message}")
        click.echo(f"content: nothing loaded, {count(len(error.faults), 'fault')}", err=True)
        raise SystemExit(1) from None
    say_loaded(done)


@content.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write all statements and numbers to FILE, in the shape of the country pack (YAML)."""
    start_django()
    from korgoo.rights import api

    file.write_text(api.export(), encoding="utf-8")
    click.echo(f"content: written to {file}")


def say_loaded(done: "Loaded") -> None:
    """Say what a load did, and what waits for people."""
    if not done.has_changed:
        click.echo("content: nothing new")
    else:
        drafts = f"{count(len(done.drafts), 'draft')} for the editors"
        numbers = count(len(done.numbers), "number")
        click.echo(f"content: {count(len(done.new), 'new statement')}, {drafts}, {numbers}")
    for key in done.proposals:
        click.echo(f"content: number {key}: differs from ours; the editors decide", err=True)
    for key in done.moved:
        message = "stands elsewhere here; give it a key of its own"
        click.echo(f"content: statement {key}: {message}", err=True)
