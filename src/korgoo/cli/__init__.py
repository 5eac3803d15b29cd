"""The command `korgoo`: everything a person does with the platform outside its pages."""

import click

from korgoo.cli.audit import audit
from korgoo.cli.backup import backup, restore
from korgoo.cli.demo import demo
from korgoo.cli.docs import docs
from korgoo.cli.doctor import doctor
from korgoo.cli.messages import messages
from korgoo.cli.pack import pack
from korgoo.cli.running import migrate, serve, sweep, worker
from korgoo.cli.start import OneLineErrors


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="korgoo")
def main() -> None:
    """Korgoo: identify, protect and assist trafficked persons together."""


for command in (
    *(serve, worker, sweep, migrate, demo),
    *(pack, messages, docs),
    *(audit, backup, restore, doctor),
):
    main.add_command(command)
