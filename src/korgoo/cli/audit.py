"""Commands for the audit record: is it whole, and what is its head today."""

from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from korgoo.cli.start import say_json, start_django


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

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("verifying", total=None)
        report = api.verify_chain(progress=lambda rows: progress.update(task, completed=rows))
    kept = api.check_head(head.read_text(encoding="utf-8")) if head else None
    whole = report.first_bad is None and not kept
    if as_json:
        say_json(
            {
                "whole": whole,
                "rows": report.rows,
                "first_bad": report.first_bad,
                "reason": report.reason,
                "head": kept,
            }
        )
    else:
        _tell(report.rows, report.first_bad, report.reason, kept)
    raise SystemExit(not whole)


def _tell(rows: int, first_bad: int | None, reason: str, head: str | None) -> None:
    if first_bad is None:
        click.echo(f"audit: {rows} rows, the chain is whole")
    else:
        click.echo(f"audit: row {first_bad}: {reason}", err=True)
    if head:
        click.echo(f"audit: the kept head: {head}", err=True)


@audit.command()
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Default: today.")
def head(*, day: datetime | None) -> None:
    """Print the signed head of a day: keep it away from this server."""
    start_django()
    from korgoo.access import api

    click.echo(api.sign_head(day.date() if day else None).to_text())
