"""What migrants are told as a single file: written out, and read back with all that is wrong with it."""

from collections.abc import Iterable, Sequence
from datetime import date

from korgoo.countrypack.faults import Fault, PackError
from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.files import TextFiles
from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import M, Record, Section
from korgoo.countrypack.reading.sources import InformationSources, Sources
from korgoo.countrypack.rules import information as rules
from korgoo.countrypack.rules import languages
from korgoo.countrypack.schema.base import Data
from korgoo.countrypack.schema.head import PackHead
from korgoo.countrypack.schema.information import (
    Information,
    InformationHead,
    InformationItem,
    PhoneNumber,
)
from korgoo.countrypack.schema.pack import Pack
from korgoo.countrypack.writing.order import in_order
from korgoo.countrypack.writing.yaml_texts import as_yaml

RULES = (rules.numbers, rules.named, rules.history, rules.lengths, languages.texts)


class _InformationFile(Data):
    numbers: tuple[PhoneNumber, ...] = ()
    items: tuple[InformationItem, ...] = ()


def information_to_yaml(
    numbers: Iterable[PhoneNumber],
    items: Iterable[InformationItem],
    *,
    languages: Sequence[str] = (),
) -> str:
    """Write numbers and statements as one YAML text, the same for the same data.

    Args:
        numbers: In the order in which they are written.
        items: In the order in which they are written.
        languages: codes in the order in which texts are written; others follow by alphabet.
    """
    data = _InformationFile(numbers=tuple(numbers), items=tuple(items))
    plain = _plain(data.model_dump(exclude_none=True))
    return as_yaml(in_order(plain, _InformationFile, languages))


def _plain(value: object) -> object:
    """Turn what the schema holds into what a file can hold: days are written, tuples are lists."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def information_from_yaml(
    text: bytes,
    *,
    name: str,
    pack: Pack,
    numbers: Iterable[str] = (),
    items: Iterable[str] = (),
) -> Information:
    """Read numbers and statements from one YAML text: whole, or not at all.

    Args:
        text: its content.
        name: what the file is called in faults.
        pack: the pack of the country: its languages, destinations, steps and questions.
        numbers: keys of further numbers that a statement may name.
        items: keys of further statements that a statement may replace.

    Raises:
        PackError: with all faults, each naming file, line and rule.
    """
    reader = FileReader(TextFiles({name: text}))
    document = reader.document(name)
    if document is None:
        raise PackError(reader.faults)
    if not pack.information.destinations:
        message = "this country has no destinations: information/head.yaml is missing"
        raise PackError([Fault(name, 1, "no-destinations", message)])
    found = _sections(reader, document)
    sources = _sources(document, pack, found, (frozenset(numbers), frozenset(items)))
    faults = {*reader.faults, *(fault for rule in RULES for fault in rule(sources))}
    if faults:
        raise PackError(faults)
    known = pack.information
    return known.model_copy(update={"numbers": found.numbers.values, "items": found.items.values})


def _sections(reader: FileReader, document: Document) -> InformationSources:
    """Read both lists; one of them may be missing, not both."""
    names = document.data if isinstance(document.data, dict) else {}
    if not {"numbers", "items"} & set(names):
        message = "the file has neither a list 'numbers' nor a list 'items'"
        reader.faults.append(Fault(document.file, 1, "missing", message))
    return InformationSources(
        numbers=_section(reader, document, "numbers", PhoneNumber),
        items=_section(reader, document, "items", InformationItem),
    )


def _section(reader: FileReader, document: Document, name: str, model: type[M]) -> Section[M]:
    if not isinstance(document.data, dict) or name not in document.data:
        return Section()
    other = "items" if name == "numbers" else "numbers"
    return reader.section(document, name, model, other)


def _sources(
    document: Document,
    pack: Pack,
    found: InformationSources,
    known: tuple[frozenset[str], frozenset[str]],
) -> Sources:
    """Put what was read beside what the country already has, so that all rules can be asked."""
    numbers, items = known
    head = InformationHead(
        destinations=pack.information.destinations,
        steps=pack.information.steps,
        questions=pack.information.questions,
        believed_for=pack.information.believed_for,
        provenance=pack.provenance,
    )
    return Sources(
        head=Record(document, (), _head(pack)),
        information=InformationSources(
            head=Record(document, (), head),
            numbers=found.numbers.joined(Section(declared=numbers)),
            items=found.items.joined(Section(declared=items)),
        ),
    )


def _head(pack: Pack) -> PackHead:
    return PackHead(
        code=pack.code,
        name=pack.name,
        languages=tuple(pack.language_details.values()),
        default_language=pack.default_language,
        time_zone=pack.time_zone,
        unit_levels=pack.unit_levels,
        reminders=pack.reminders,
        provenance=pack.provenance,
    )
