"""Commands for lists from outside: encode them where they lie, link codes, report counts."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from korgoo.cli.match_lines import bar, one_line
from korgoo.cli.start import count, say_json

if TYPE_CHECKING:
    from korgoo.matching.linking import Linked
    from korgoo.matching.store import Stored

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW = click.Path(path_type=Path)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="For a script.")
LEAST = {"certain": 0.99, "likely": 0.9, "possible": 0.5}


@click.group()
def match() -> None:
    """The same person on two lists, found on encodings: no clear name leaves its owner."""


@match.command()
@click.argument("path", type=NEW)
def key(path: Path) -> None:
    """Make a matching key for one round and write it to PATH.

    Carry it to the other owner by another way than the lists. Who links never needs it.
    """
    from korgoo.matching import keys
    from korgoo.matching.hashing import fingerprint

    if path.exists():
        raise click.ClickException(f"{path} is there already: a key is never overwritten")
    click.echo(f"{path}: fingerprint {fingerprint(keys.make(path))}")


@match.command()
@click.argument("source", type=FILE)
@click.argument("out", type=NEW)
@click.option("--key", "key_file", type=FILE, required=True, help="From `korgoo match key`.")
@click.option(
    "--decoys", default=0.0, type=click.FloatRange(0, 1), help="Invented records to each true one."
)
@click.option(
    "--flips",
    default=0.0,
    type=click.FloatRange(0, 0.2),
    help="Share of bits turned over by chance.",
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
@AS_JSON
def encode(  # noqa: PLR0913  one for each word of the command
    source: Path,
    out: Path,
    *,
    key_file: Path,
    decoys: float,
    flips: float,
    workers: int,
    as_json: bool,
) -> None:
    """Encode the list SOURCE (CSV in UTF-8, or Parquet) into the folder OUT.

    Columns: id, surname, given, patronymic, birth, sex, place, document, number, phone. Every record gets a code drawn by
    chance; which code is whose stands in OUT.codes.csv, which stays with you. Give away OUT alone.

    Exit code 0: encoded. 1: the list has faults, each on one line as file:row: column: rule, and nothing is written.
    """
    from korgoo.matching import hashing, keys, store, tables

    with one_line(as_json=as_json):
        secret = keys.read(key_file)
        tables.columns_of(source)
        table = out.with_name(f"{out.name}.codes.csv")
        if table.exists():
            raise store.BadStore(f"{table} is there already")
        total = tables.rows_of(source)
        try:
            with (
                bar("encoding") as tell,
                store.writing(out, hashing.fingerprint(secret)) as writer,
            ):
                done = 0
                for names, part in _encoded(source, table, secret, (decoys, flips, workers)):
                    writer.add(names, part)
                    done += len(part)
                    tell(min(done, total), total)
        except BaseException:
            table.unlink(missing_ok=True)
            raise
    if as_json:
        say_json({"records": total, "with_decoys": done, "key": hashing.fingerprint(secret)})
    else:
        click.echo(f"{out}: {count(done, 'record')} in code; {table} stays with you")


def _encoded(
    source: Path, table: Path, secret: bytes, how: tuple[float, float, int]
) -> Iterator[Any]:
    import secrets

    import numpy as np

    from korgoo.matching import hardening, outputs, parallel, tables

    decoys, flips, workers = how
    rng = np.random.default_rng(int.from_bytes(secrets.token_bytes(16)))
    parts = outputs.coded(tables.parts_of(source), table, decoys)
    many = tables.rows_of(source) > tables.AT_ONCE
    for names, part in parallel.encoded(secret, parts, workers if many else 1):
        yield names, hardening.hardened(part, hardening.Hardening(flips=flips), rng)


@match.command()
@click.argument("here", type=FOLDER)
@click.argument("there", type=FOLDER)
@click.argument("out", type=NEW)
@click.option(
    "--least",
    type=click.Choice(list(LEAST)),
    default="possible",
    show_default=True,
    help="Weakest link to write.",
)
@click.option(
    "--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True
)
@AS_JSON
def link(here: Path, there: Path, out: Path, *, least: str, engine: str, as_json: bool) -> None:
    """Link two encoded lists: OUT gets pairs of codes with their strength, OUT.json the counts.

    Needs no key. Both lists must be encoded under the same one.
    """
    from korgoo.matching import outputs, store
    from korgoo.matching.report import summary

    with one_line(as_json=as_json):
        one, other = store.opened(here), store.opened(there)
        if one.key != other.key:
            raise store.BadStore(f"{here} and {there} are encoded under different keys")
        linked = _linked(one, other, engine)
        written = outputs.write_links(out, one, other, linked, LEAST[least])
        data = summary((len(one.encoded), len(other.encoded)), linked).to_data()
        outputs.write_summary(out.with_name(f"{out.name}.json"), data)
    if as_json:
        say_json(data)
    else:
        click.echo(f"{out}: {count(written, 'link')}; counts in {out.name}.json")


def _linked(one: "Stored", other: "Stored", engine: str) -> "Linked":
    from korgoo.matching import candidates, linking

    if engine == "spark":
        from korgoo.matching import spark

        return linking.judged(
            one.encoded, other.encoded, spark.candidates(one.folder, other.folder)
        )
    with bar("candidates") as tell:
        pairs = candidates.candidates(one.encoded, other.encoded, progress=tell)
    with bar("judging") as tell:
        return linking.judged(one.encoded, other.encoded, pairs, tell)


@match.command()
@click.argument("path", type=FILE)
@AS_JSON
def report(path: Path, *, as_json: bool) -> None:
    """Say what a link found, from its OUT.json: counts and strengths, nobody."""
    from korgoo.matching import outputs

    with one_line(as_json=as_json):
        data = outputs.read_summary(path)
    if as_json:
        say_json(data)
        return
    click.echo(f"Records: {data['records'][0]} and {data['records'][1]}")
    click.echo(f"Persons on both: about {data['persons_on_both']}")
    for word, number in data["links"].items():
        click.echo(f"  {word}: {number}")
    for name, cell in data["overlap_table"].items():
        click.echo(f"Persons on {name}: {cell['persons']} ({cell['low']} to {cell['high']})")
    click.echo(f"Of those on both the method reaches {data['share_reached']:.1%}")
