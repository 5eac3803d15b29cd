"""Commands for the audit record: is it whole, and what is its head today."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from korgoo.cli.start import progress_bar, say_json, start_django

if TYPE_CHECKING:
    from korgoo.access.api import Head


@click.group()
def audit() -> None:
    """The record of who did what, chained so that a change shows."""


@audit.command()
@click.option("--json", "as_json", is_flag=True, help="For a script.")
@click.option(
    "--head",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A head kept earlier (`korgoo audit head`): is it still in the chain?",
)
def verify(*, as_json: bool, head: Path | None) -> None:
    """Recompute the whole chain; exit code 1 if a row was changed, removed or put in."""
    start_django()
    from korgoo.access import api

    heads = (_kept_head(head),) if head else ()
    with progress_bar() as progress:
        task = progress.add_task("verifying", total=None)
        report = api.verify_chain(lambda rows: progress.update(task, completed=rows), heads)
    if as_json:
        say_json({"whole": report.first_bad is None, **asdict(report)})
    elif report.first_bad is None:
        click.echo(f"audit: {report.rows} rows, the chain is whole")
    else:
        click.echo(f"audit: row {report.first_bad}: {report.reason}", err=True)
    raise SystemExit(report.first_bad is not None)


def _kept_head(file: Path) -> "Head":
    from korgoo.access import api

    try:
        return api.head_from_text(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}") from error


@audit.command()
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Default: today.")
def head(*, day: datetime | None) -> None:
    """Print the signed head of a day: keep it away from this server."""
    start_django()
    from korgoo.access import api

    signed = api.sign_head(day.date() if day else None)
    if signed is None:
        raise click.ClickException("nothing was ever recorded, so there is no head to sign")
    click.echo(signed.to_text())
