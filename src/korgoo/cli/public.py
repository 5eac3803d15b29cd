"""Commands for the public door."""

from pathlib import Path

import click

from korgoo.cli.start import progress_bar, say_json, start_django


@click.group()
def public() -> None:
    """What everybody can read."""


@public.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--origin", help="Where forms lead back to; KORGOO_ADDRESS unless named.")
@click.option("--demo", is_flag=True, help="Of the demonstration.")
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def export(folder: Path, origin: str | None, *, demo: bool, as_json: bool) -> None:
    """Write the public side as plain files into FOLDER, for any web server.

    The same content gives the same bytes. Run it again after each change, and once a day: what was not
    looked at in time is marked from the next run on.
    """
    start_django(demo=demo)
    from django.conf import settings

    from korgoo.public.export import export as write

    with progress_bar() as bar:
        task = bar.add_task("pages", total=None)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        origin = (origin or settings.PUBLIC_ADDRESS).rstrip("/")
        done = write(folder, origin=origin, progress=tell)
    if as_json:
        say_json({"files": done.files, "bytes": done.size, "changed": done.changed})
    else:
        click.echo(f"{folder}: {done.files} files, {done.size:,} bytes, {done.changed} changed")
