"""Commands for councils."""

import click

from korgoo.cli.start import count, say_json, start_django


@click.group()
def councils() -> None:
    """Bodies in which organisations sit together."""


@councils.command("load")
@click.option("--json", "as_json", is_flag=True, help="For a script.")
def load(*, as_json: bool) -> None:
    """Bring organisations and bodies of the country pack into the database, or up to date.

    What members wrote since (seats, keepers, successions) stays.
    """
    start_django()
    from korgoo.access import api as access
    from korgoo.councils import api
    from korgoo.countrypack import api as packs

    pack = packs.current()
    organisations = access.load_organisations(pack.bodies)
    bodies = api.load_bodies(pack.platform)
    if as_json:
        say_json({"organisations": organisations, "bodies": bodies})
        return
    click.echo(f"{count(organisations, 'organisation')}, {count(bodies, 'council')}")
