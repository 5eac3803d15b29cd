"""Indicators and how they are read."""

import re
from collections.abc import Iterable
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference.things import What
from korgoo.workshop.editing.errors import CannotEdit, Why
from korgoo.workshop.editing.finding import Target, find, own_origin
from korgoo.workshop.editing.records import remove, set_fields
from korgoo.workshop.files import Data, Files

HIGHEST_NUMBER = 99
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def set_rule(files: Files, catalogue: str, rule: str) -> Files:
    """Choose how a catalogue is read: one of the kinds of rule that the engine has.

    Raises:
        CannotEdit: There is no such catalogue.
    """
    return set_fields(files, Target(What.CATALOGUE, (catalogue,)), {"rule": rule})


def set_weight(
    files: Files, catalogue: str, code: str, *, profile: str, weight: str | None
) -> Files:
    """Say how much an indicator weighs for a profile; None when the profile does not use it.

    Raises:
        CannotEdit: There is no such indicator.
    """
    target = Target(What.INDICATOR, (catalogue, code))
    weights = dict(find(files, target).get("weights") or {})
    weights.pop(profile, None)
    return set_fields(files, target, {"weights": weights | ({profile: weight} if weight else {})})


def set_use(files: Files, catalogue: str, code: str, *, profiles: Iterable[str]) -> Files:
    """Say which profiles use an indicator of a catalogue without weights.

    Raises:
        CannotEdit: There is no such indicator.
    """
    target = Target(What.INDICATOR, (catalogue, code))
    return set_fields(files, target, {"profiles": list(profiles)})


def next_code(dimension: str, taken: Iterable[str]) -> str:
    """Offer the next code of a dimension that nobody used, in no edition that is at hand.

    Args:
        dimension: key of the dimension ("D1").
        taken: codes that exist or existed.

    Raises:
        CannotEdit: The dimension has 99 codes.
    """
    pattern = re.compile(rf"^{re.escape(dimension)}\.([0-9]{{2}})$")
    numbers = [int(found[1]) for code in taken if (found := pattern.match(code))]
    number = max(numbers, default=0) + 1
    if number > HIGHEST_NUMBER:
        raise CannotEdit("", f"dimension {dimension}", Why.NO_CODE_LEFT)
    return f"{dimension}.{number:02d}"


def add_indicator(files: Files, catalogue: str, record: Data) -> Files:
    """Add an indicator, in the file where its dimension stands.

    Args:
        files: the guideline.
        catalogue: key of the catalogue.
        record: the indicator, with its own ``code``, ``dimension`` and ``provenance``.

    Raises:
        CannotEdit: There is no such catalogue, or it has this code.
    """
    code = str(record["code"])
    if parts.catalogue_file(catalogue) not in files:
        raise CannotEdit(parts.catalogue_file(catalogue), code, Why.NO_SUCH)
    if parts.indicator(files, catalogue, code) is not None:
        raise CannotEdit(parts.catalogue_file(catalogue), code, Why.TAKEN)
    name = _file_for(files, catalogue, str(record["dimension"]))
    data = files.get(name) or {"provenance": record["provenance"], "indicators": []}
    origin = own_origin({**files, name: data}, name, record["provenance"])
    own = {**record, "provenance": origin}
    rows = [*(data.get("indicators") or ()), _without_nothing(own)]
    return {**files, name: {**data, "indicators": rows}}


def remove_indicator(files: Files, catalogue: str, code: str) -> Files:
    """Take an indicator out; a file left without one goes too.

    Raises:
        CannotEdit: There is no such indicator.
    """
    name = indicator_file(files, catalogue, code)
    left = remove(files, Target(What.INDICATOR, (catalogue, code)))
    if left[name].get("indicators"):
        return left
    return {file: data for file, data in left.items() if file != name}


def indicator_file(files: Files, catalogue: str, code: str) -> str:
    """Name the file in which an indicator stands.

    Raises:
        CannotEdit: There is no such indicator.
    """
    for name, row in parts.indicators(files, catalogue):
        if row["code"] == code:
            return name
    raise CannotEdit(parts.catalogue_file(catalogue), code, Why.NO_SUCH)


def _file_for(files: Files, catalogue: str, dimension: str) -> str:
    rows = parts.indicators(files, catalogue)
    beside = [name for name, row in rows if row.get("dimension") == dimension]
    name = f"catalogues/{catalogue}/indicators/{dimension.lower()}.yaml"
    return beside[-1] if beside else name


def _without_nothing(record: Data) -> Data:
    return {name: value for name, value in record.items() if value not in _NOTHING}
