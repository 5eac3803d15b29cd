"""Commands that copy the whole database to a file and back."""

from pathlib import Path

import click

from korgoo.cli import copies
from korgoo.cli.start import start_django

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Copy the database to FILE while the platform runs.

    What names a person is sealed inside: the file opens nothing without the keys of members.
    Codes, clocks and the audit record are readable in it, so keep it as you keep the server.
    """
    start_django()
    if file.exists():
        raise click.ClickException(f"{file} is there already: a backup never overwrites another")
    copies.engine().save(file)
    click.echo(f"backup: {file}, {file.stat().st_size / 1_000_000:.1f} MB; identities are sealed")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes-replace", is_flag=True, help="Replace a database that has members.")
def restore(file: Path, *, yes_replace: bool) -> None:
    """Put the copy in FILE in place of the database. Stop `serve` and `worker` first."""
    start_django()
    if not yes_replace and has_members():
        raise click.ClickException(
            "this database has members; everything in it would be replaced. "
            "If that is meant: --yes-replace"
        )
    from django.db import connection

    engine = copies.engine()
    connection.close()
    engine.load(file)
    click.echo("restore: done; now run `korgoo migrate` and `korgoo audit verify`")


def has_members() -> bool:
    """Tell whether anybody can sign in here. A database without tables has nobody."""
    from django.contrib.auth import get_user_model
    from django.db import connection

    users = get_user_model()
    if users._meta.db_table not in connection.introspection.table_names():
        return False
    return users._default_manager.exists()
