"""The command `korgoo`: everything a person does with the platform outside its pages."""

import click

from korgoo.cli import (
    agencies,
    audit,
    backup,
    content,
    councils,
    demo,
    docs,
    doctor,
    match,
    messages,
    pack,
    package,
    public,
    running,
)
from korgoo.cli.start import OneLineErrors


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="korgoo")
def main() -> None:
    """Korgoo: identify, protect and assist trafficked persons together."""


for command in (
    *(running.serve, running.worker, running.sweep, running.migrate, demo.demo),
    *(
        agencies.agencies,
        pack.pack,
        content.content,
        councils.councils,
        match.match,
        package.package,
        public.public,
        messages.messages,
        docs.docs,
    ),
    *(audit.audit, backup.backup, backup.restore, doctor.doctor),
):
    main.add_command(command)
