"""Commands for a country pack."""

from dataclasses import asdict
from pathlib import Path

import click

from korgoo.cli.start import count, say_json


@click.group()
def pack() -> None:
    """The data of a country."""


@pack.command()
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def check(path: Path, *, as_json: bool) -> None:
    """Check a pack's folder; exit code 1 if anything is wrong.

    Each fault is one line: file:line: rule: what is wrong.
    """
    from korgoo.countrypack import api as packs

    faults = packs.check(path)
    if as_json:
        say_json([asdict(fault) for fault in faults])
    else:
        for fault in faults:
            click.echo(f"{fault.file}:{fault.line}: {fault.rule}: {fault.message}")
        click.echo(f"{path}: {count(len(faults), 'fault') if faults else 'valid'}", err=True)
    raise SystemExit(bool(faults))
