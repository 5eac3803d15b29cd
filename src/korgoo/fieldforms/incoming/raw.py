"""A filled form as a file tells it, before anybody asked whether it makes sense.

Each tool writes the same fields under another path: ``page_1-q_pay`` in a table of ODK Central,
``page_1/q_pay`` in Kobo, nested elements and objects elsewhere. Names are different in all pages of
our forms, so the last part of a path is enough.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from korgoo.fieldforms.incoming.faults import Fault, Place, Rule, shortened

MOST_SUBMISSIONS = 2_000
MOST_FIELDS = 2_000
Pairs = Iterable[tuple[str, str]]

# What a tool calls a filled form, the first name that holds through later edits first.
INSTANCE = ("KEY", "meta/rootUuid", "__id", "meta/instanceID", "instanceID", "_uuid")
EARLIER = ("meta/deprecatedID", "meta/rootUuid", "meta/instanceID", "instanceID")
VERSION = ("FormVersion", "__system/formVersion", "@version")
FORM = ("@id", "_xform_id_string")
# Columns that tools add of themselves. What they say of people is left behind here.
OF_THE_TOOL = frozenset(
    [
        *("SubmissionDate", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent"),
        *("AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"),
        *("instanceID", "instanceName", "deviceid", "username", "phonenumber"),
    ]
)
OF_THE_TOOL_WHOLE = ("_", "@", "meta/", "formhub/")


@dataclass(frozen=True, slots=True)
class Raw:
    """One filled form.

    Attributes:
        place: Where it stands.
        ids: What the tool calls it; then what it was called before it was edited.
        form: What the tool calls the form.
        version: Version that the tool noted, when it notes one.
        values: What was entered, by the name of the field; empty fields are left out.
        twice: Names that stand there twice with different values.
    """

    place: Place
    ids: tuple[str, ...]
    form: str
    version: str
    values: Mapping[str, str]
    twice: tuple[str, ...] = ()


def raw_of(file: str, line: int, pairs: Pairs) -> Raw:
    """Sort what a file says of one filled form.

    Args:
        file: Name of the file.
        line: Line or place in it.
        pairs: Path (parts joined by ``/``) and value of every field.

    Raises:
        ValueError: There are more than ``MOST_FIELDS``.
    """
    filled = [(path, value.strip()) for path, value in _bounded(pairs) if value.strip()]
    told = dict(filled)
    ids = [told[name] for name in INSTANCE if name in told][:1]
    ids += [told[name] for name in EARLIER if name in told]
    values: dict[str, str] = {}
    twice = []
    for path, value in filled:
        if not _is_of_the_tool(path):
            name = path.rsplit("/", 1)[-1]
            if values.setdefault(name, value) != value:
                twice.append(name)
    instances = tuple(dict.fromkeys(_bare(one) for one in ids))
    place = Place(shortened(file), line, shortened(instances[0]) if instances else "")
    return Raw(place, instances, _first(told, FORM), _first(told, VERSION), values, tuple(twice))


def _bounded(pairs: Pairs) -> Pairs:
    for number, pair in enumerate(pairs):
        if number == MOST_FIELDS:
            raise ValueError(number)
        yield pair


def split_path(path: str) -> str:
    """Write the path of a column with ``/`` between its parts, whatever the tool puts there.

    >>> split_path("page_1-q_pay"), split_path("meta:instanceID")
    ('page_1/q_pay', 'meta/instanceID')
    """
    return re.sub(r"[-:/]", "/", path.strip())


def too_many(file: str) -> Fault:
    """Say that a file holds more filled forms than are taken at once."""
    return Fault(Place(shortened(file)), "", Rule.TOO_MANY)


def _is_of_the_tool(path: str) -> bool:
    return path in OF_THE_TOOL or path.startswith(OF_THE_TOOL_WHOLE)


def _first(told: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((told[name] for name in names if name in told), "")


def _bare(instance: str) -> str:
    return instance.removeprefix("uuid:").lower()
