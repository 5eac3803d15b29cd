"""A guideline as files, as plain data, and as what they mean once they are found right."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from korgoo.countrypack.assembly import assemble_guideline
from korgoo.countrypack.faults import Fault, PackError
from korgoo.countrypack.reading.files import DataFiles, Files, FolderFiles, TextFiles
from korgoo.countrypack.reading.guideline_files import GuidelineReader, is_guideline_file
from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import Section
from korgoo.countrypack.reading.sources import GuidelineSources, Surroundings
from korgoo.countrypack.rules import faults_of_guideline
from korgoo.countrypack.schema.guideline import GuidelineData
from korgoo.countrypack.schema.pack import Pack
from korgoo.countrypack.writing.order import in_order, model_of
from korgoo.countrypack.writing.yaml_texts import as_yaml


def guideline_files(path: Path | str | None = None) -> dict[str, object]:
    """Give the guideline of a pack as plain data.

    Args:
        path: the folder of the pack; None for that of this installation.

    Returns:
        The data of each file by its name, as YAML gives it (dates are text).

    Raises:
        PackError: a file cannot be read.
    """
    from django.conf import settings

    folder = FolderFiles(Path(path or str(settings.COUNTRY_PACK)))
    files, faults = _plain(folder, filter(is_guideline_file, folder.names()))
    if faults:
        raise PackError(faults)
    return files


def check_guideline(
    files: Mapping[str, object], *, languages: Iterable[str], pack: Pack | None = None
) -> list[Fault]:
    """Find everything that is wrong with a guideline that is held as data.

    Args:
        files: plain data by file name.
        languages: codes of the languages in which every text must be.
        pack: the pack around it: its hotlines, bodies and articles are then looked up as well.

    Returns:
        The faults, sorted; each names its file and item, and its line is 0.
    """
    return _examine(DataFiles(files), languages, pack)[1]


def read_guideline(
    files: Mapping[str, object], *, languages: Iterable[str], pack: Pack | None = None
) -> GuidelineData:
    """Read a guideline that is held as data: whole, or not at all.

    Args:
        files: plain data by file name.
        languages: codes of the languages in which every text must be.
        pack: the pack around it: its hotlines, bodies and articles are then looked up as well.

    Raises:
        PackError: with all its faults.
    """
    sources, faults = _examine(DataFiles(files), languages, pack)
    if faults:
        raise PackError(faults)
    return assemble_guideline(sources)


def reopen_guideline(files: Mapping[str, object], *, languages: Iterable[str]) -> GuidelineData:
    """Read a guideline that was found right when it came into force.

    Rules made since do not apply to it, and a language added since may be missing: what people
    were asked then must stay readable for ever. Only its shape must still be known.

    Args:
        files: plain data by file name.
        languages: codes of the languages of the pack.

    Raises:
        PackError: a record has a shape that is not known.
    """
    reader = GuidelineReader(DataFiles(files))
    sources = reader.read(languages)
    if reader.faults:
        raise PackError(reader.faults)
    return assemble_guideline(sources)


def guideline_to_yaml(
    files: Mapping[str, object], *, languages: Iterable[str] = ()
) -> dict[str, str]:
    """Write a guideline as YAML texts, the same for the same data; comments are lost.

    Args:
        files: plain data by file name.
        languages: codes in the order in which texts are written; others follow by alphabet.

    Returns:
        The text of each file by its name.
    """
    order = tuple(languages)
    return {name: as_yaml(in_order(files[name], model_of(name), order)) for name in sorted(files)}


def guideline_from_yaml(
    texts: Mapping[str, bytes],
    *,
    languages: Iterable[str] | None = None,
    pack: Pack | None = None,
) -> tuple[dict[str, object], list[Fault]]:
    """Read YAML texts as the plain data of a guideline.

    Args:
        texts: content by file name; only names of a guideline's files belong here.
        languages: codes of the languages in which every text must be. When they are given, the
            guideline is checked as a whole, and its faults carry the lines of these texts.
        pack: the pack around it, for that check.

    Returns:
        The data of each file by its name, none at all when a file cannot be read or does not
        belong to a guideline; and the faults, sorted.
    """
    source = TextFiles(texts)
    files, faults = _plain(source, filter(is_guideline_file, texts))
    faults += _strange(source)
    if faults:
        files = {}
    if languages is not None:
        faults += _examine(source, languages, pack)[1]
    return files, sorted(set(faults))


def _plain(source: Files, names: Iterable[str]) -> tuple[dict[str, object], list[Fault]]:
    """Read files as plain data, each for itself."""
    files: dict[str, object] = {}
    faults: list[Fault] = []
    for name in names:
        document, more = source.document(name)
        faults += more
        if document is not None:
            files[name] = document.data
    return files, faults


def _strange(source: Files) -> list[Fault]:
    reader = FileReader(source)
    reader.known |= set(filter(is_guideline_file, reader.names))
    reader.unknown_files()
    return reader.faults


def _examine(
    source: Files, languages: Iterable[str], pack: Pack | None
) -> tuple[GuidelineSources, list[Fault]]:
    reader = GuidelineReader(source)
    sources = reader.read(languages)
    reader.unknown_files()
    sources.around = _around(pack) if pack else None
    return sources, sorted({*reader.faults, *faults_of_guideline(sources)})


def _around(pack: Pack) -> Surroundings:
    """What a guideline may name in a pack that is in use."""
    return Surroundings(
        hotlines=Section(declared=frozenset(line.key for line in pack.hotlines)),
        bodies=Section(declared=frozenset(body.code for body in pack.bodies)),
        mandates=frozenset(mandate for body in pack.bodies for mandate in body.mandates),
        articles={
            one.key: frozenset(article.key for article in one.articles)
            for one in pack.lawbook.instruments
        },
    )
