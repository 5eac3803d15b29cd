"""Taking in what a country pack or a file tells, and writing it out."""

from korgoo.countrypack import api as packs
from korgoo.rights import files
from korgoo.rights.services import Loaded, load


def load_pack() -> Loaded:
    """Take in the statements and numbers of the country pack; a second time nothing is doubled.

    Raises:
        PackError: The pack has faults.
    """
    return load(packs.current().information)


def load_file(text: bytes, *, name: str) -> Loaded:
    """Take in a file in the shape of the country pack, whole or not at all.

    Args:
        text: its content.
        name: what it is called in faults.

    Raises:
        PackError: with all faults, each naming file, line and rule.
    """
    return load(files.from_yaml(text, name=name))


def export(destination: str = "") -> str:
    """Write statements and numbers as one YAML text, which ``load_file`` reads.

    Args:
        destination: Key of the only destination; empty for all.
    """
    return files.to_yaml(destination)
