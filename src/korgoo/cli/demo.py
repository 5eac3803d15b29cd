"""Commands for the demonstration: load its data, show who can sign in."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from korgoo.cli.start import require_demo, say_json, start_django


@click.group()
def demo() -> None:
    """A country with fictitious people, to try everything out."""


@demo.command()
def load() -> None:
    """Load the fictitious cases. A second time nothing is doubled."""
    start_django(demo=True)
    require_demo()
    from korgoo.demo import api

    loaded = api.load()
    click.echo("demo: loaded; nobody in it is real" if loaded else "demo: there already")


@demo.command(name="sign-ins")
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def sign_ins(*, as_json: bool) -> None:
    """List who can sign in to the demonstration."""
    start_django(demo=True)
    require_demo()
    from korgoo.demo import api

    if as_json:
        say_json([asdict(one) for one in api.sign_ins()])
        return
    for line in sign_in_lines():
        click.echo(line)


def sign_in_lines() -> Iterator[str]:
    """Say each demo sign-in in one line: address, password, who that is."""
    from django.utils import translation

    from korgoo.demo import api

    with translation.override("en"):  # the command speaks English, whatever the country's language
        people = api.sign_ins()
    for one in people:
        yield f"{one.email:<36} {one.password:<20} {one.title}"
