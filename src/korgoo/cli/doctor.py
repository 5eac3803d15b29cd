"""The command that looks at an installation and says what to do about what it finds."""

from dataclasses import asdict

import click

from korgoo.cli.checks import Check, all_checks
from korgoo.cli.start import say_json, start_django


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def doctor(*, as_json: bool) -> None:
    """Examine this installation; exit code 1 if anything failed."""
    start_django()
    found = all_checks()
    if as_json:
        say_json([asdict(check) for check in found])
    else:
        for check in found:
            click.echo(_line(check))
    raise SystemExit(not all(check.ok for check in found))


def _line(check: Check) -> str:
    if check.ok:
        return f"ok      {check.name}: {check.found}"
    return f"failed  {check.name}: {check.found}. {check.remedy}"
