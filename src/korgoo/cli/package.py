"""Commands for a partner abroad: make a key, open a package, answer it. No database, no network."""

import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from korgoo.cli.start import start_django

if TYPE_CHECKING:
    from korgoo.lib.sealing import PrivateKey
    from korgoo.safe_return.envelopes import BadFile, Content

PRIVATE, PUBLIC = "korgoo-key.json", "korgoo-public-key.txt"
SHORTEST = 12
ANSWERS = ("received", "accepted", "declined", "met", "first_night")
FAULTS = {
    "not_ours": "this is not a file of Korgoo",
    "other_kind": "this is the other kind of file: a package is opened, an answer is sent back",
    "old": "the file is of an old form that is not read any more; ask the sender to make it anew",
    "newer": "the file is of a newer form; bring Korgoo up to date",
    "too_large": "the file is too large",
    "cut": "the file is not whole: its end is missing; ask the sender to send it again",
    "header": "the first lines of the file were changed; ask the sender to send it again",
    "wrong_key": "the file is sealed to another key than this one",
    "changed": "the file was changed on its way; do not trust it, call the sender",
    "content": "what is inside does not fit: {fields}",
    "password": "this password does not open the key",
}


@click.group()
def package() -> None:
    """Sealed packages across a border, for who is not connected."""


@package.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
def key(*, out: Path) -> None:
    """Make a key: keep korgoo-key.json, send korgoo-public-key.txt, read the fingerprint out."""
    start_django()
    from korgoo.safe_return import envelopes

    for name in (PRIVATE, PUBLIC):
        if (out / name).exists():
            raise click.ClickException(f"{out / name} is there already; nothing was changed")
    password = click.prompt("Password for the key", hide_input=True, confirmation_prompt=True)
    if len(password) < SHORTEST:
        raise click.ClickException(f"the password needs {SHORTEST} characters at least")
    locked, public = envelopes.new_key_file(password)
    _write_all(out, {PRIVATE: locked, PUBLIC: envelopes.write_public(public)}, may_exist=True)
    words = envelopes.words_of(public)
    click.echo(f"{out / PRIVATE}: keep it, and never send it")
    click.echo(f"{out / PUBLIC}: send it to the organisation that sends you packages")
    click.echo(f"Fingerprint, to be read out when they call: {words}")
    click.echo(envelopes.spoken(words))


@package.command(name="open")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", "key_file", required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A new folder.")
def open_(*, file: Path, key_file: Path, out: Path) -> None:
    """Open a package into a new folder: all of it or nothing."""
    start_django()
    if out.exists():
        raise click.ClickException(f"{out} is there already; nothing was changed")
    content = _open(file, _private(key_file))
    _write_all(out, _files(content))
    click.echo(f"{out}: package {content.manifest.number} from {content.manifest.sender}")
    until = content.manifest.until
    click.echo(f"allowed: {', '.join(content.manifest.allowed)}")
    click.echo(f"until: {until.date() if until else 'it is taken back'}")
    click.echo(f"call them back: {content.manifest.contact}")


@package.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", "key_file", required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--say", required=True, type=click.Choice(ANSWERS))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
def answer(*, file: Path, key_file: Path, say: Any, out: Path) -> None:
    """Answer a package: makes a sealed file that its sender takes in."""
    start_django()
    from base64 import b64decode

    from korgoo.lib import clock
    from korgoo.safe_return import envelopes

    content = _open(file, _private(key_file))
    to = content.manifest.answer_to
    made = envelopes.Answer(
        number=content.manifest.number, token=to.token, answer=say, at=_seconds(clock.now())
    )
    sealed = envelopes.seal_answer(made, to=b64decode(to.public))
    name = f"{content.manifest.number}-{ANSWERS.index(say) + 1}.korgoo"
    if (out / name).exists():
        raise click.ClickException(f"{out / name} is there already; nothing was changed")
    _write_all(out, {name: sealed}, may_exist=True)
    click.echo(f"{out / name}: send it to {content.manifest.sender}")


def _private(key_file: Path) -> "PrivateKey":
    from korgoo.safe_return import envelopes

    password = click.prompt("Password of the key", hide_input=True)
    try:
        return envelopes.open_key_file(key_file.read_text(encoding="utf-8"), password)
    except (envelopes.BadFile, UnicodeDecodeError) as error:
        raise click.ClickException(f"{key_file}: {_why(error)}") from error


def _open(file: Path, private: "PrivateKey") -> "Content":
    from korgoo.safe_return import envelopes

    try:
        with file.open("rb") as stream:
            data = stream.read(envelopes.MOST_BYTES + 1)
        return envelopes.open_package(data, private)
    except envelopes.BadFile as error:
        raise click.ClickException(f"{file}: {_why(error)}") from error


def _why(error: "BadFile | UnicodeDecodeError") -> str:
    if isinstance(error, UnicodeDecodeError):
        return FAULTS["not_ours"]
    return FAULTS[error.fault].format(fields=", ".join(error.fields))


def _files(content: "Content") -> dict[str, str]:
    """Lay a package out as files; their names come from here, never from the package."""
    import json

    def text(data: Any) -> str:
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    plain = content.model_dump(mode="json")
    del plain["manifest"]["answer_to"]  # it stays in the package, for `answer`
    files = {"manifest.json": text(plain["manifest"]), "facts.json": text(plain["facts"])}
    if plain["journey"] is not None:
        files["journey.json"] = text(plain["journey"])
    return files | {f"part-{name}.json": text(part) for name, part in plain["parts"].items()}


def _write_all(
    out: Path, files: "dict[str, str] | dict[str, bytes]", *, may_exist: bool = False
) -> None:
    """Write files that only their owner reads; a new folder appears whole or not at all."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".korgoo-", dir=out.parent) as folder:
        made = Path(folder) / "made"
        made.mkdir(mode=0o700)
        for name, data in files.items():
            raw = data.encode() if isinstance(data, str) else data
            handle = os.open(made / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(raw)
        if not may_exist:
            made.rename(out)
            return
        out.mkdir(mode=0o700, exist_ok=True)
        for name in files:
            (made / name).rename(out / name)


def _seconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
