"""Commands for the register of agencies."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from korgoo.cli.start import count, say_json, start_django

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.agencies.lists.faults import Fault

DAY = click.DateTime(formats=["%Y-%m-%d"])
DOCUMENT = "List published by the Ministry"


@click.group()
def agencies() -> None:
    """Private employment agencies and their permits."""


@agencies.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; say what is wrong.")
@click.option("--day", type=DAY, help="Day for which the list speaks; today without it.")
@click.option("--document", default=DOCUMENT, show_default=True, help="Name of the list.")
@click.option("--address", default="", help="Where it stands in the web.")
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def import_list(
    path: Path,
    *,
    only_check: bool,
    day: datetime | None,
    document: str,
    address: str,
    as_json: bool,
) -> None:
    """Take a list of the Ministry (CSV or XLSX) into the register: all of it or nothing.

    Exit code 0: taken, or nothing is wrong with it. 1: it has faults, each on one line as
    file:row: column: rule: what stands there. 2: the command was called wrongly.
    """
    start_django()
    from korgoo.agencies import api
    from korgoo.lib import clock

    said: date = day.date() if day else clock.today()
    source = api.Source(said, document, address)
    deed = api.check_list if only_check else api.take_list
    found = deed(path.read_bytes(), source)
    if found.faults:
        _say_faults(path, found.faults, as_json=as_json)
        raise SystemExit(1)
    numbers = (found.agencies, found.permits, found.decisions)
    _say_numbers(path, numbers, as_json=as_json, only_check=only_check)


def _say_faults(path: Path, faults: "Sequence[Fault]", *, as_json: bool) -> None:
    if as_json:
        say_json({"faults": [fault.to_data() for fault in faults]})
        return
    for one in faults:
        click.echo(f"{path}:{one.row}: {one.column or '-'}: {one.rule}: {one.found}")
    click.echo(f"{path}: {count(len(faults), 'fault')}, nothing was taken", err=True)


def _say_numbers(
    path: Path, numbers: tuple[int, int, int], *, as_json: bool, only_check: bool
) -> None:
    agencies, permits, decisions = numbers
    if as_json:
        told = {"agencies": agencies, "permits": permits, "decisions": decisions}
        say_json(told | {"taken": not only_check})
        return
    parts = (count(agencies, "agency"), count(permits, "permit"), count(decisions, "decision"))
    words = ", ".join(parts).replace("agencys", "agencies")
    verb = "would be new" if only_check else "are new"
    click.echo(f"{path}: {words} {verb} in the register")
