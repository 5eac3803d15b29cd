"""What the rules say about one set of answers, in a form kept for ever."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from korgoo.identification.rules.enums import Because, DimensionState, Outcome, RuleKind
from korgoo.identification.rules.tally import Rule

FORMAT = 2


@dataclass(frozen=True, slots=True)
class DimensionReading:
    """One dimension: its state, the rule (a to d) behind a positive one, counts and codes.

    `strong`, `medium` and `weak` count signs present; `open` are the codes without an answer.
    `showable`: the guideline asks enough here to show it; None where format 1 did not say.

    Where signs are not weighed, `rule` is None, the three counts are 0 (the number of signs is
    that of `present`), and positive means that at least one sign is present, no more.
    """

    dimension: str
    state: DimensionState
    rule: Rule | None
    strong: int
    medium: int
    weak: int
    present: tuple[str, ...]
    open: tuple[str, ...]
    showable: bool | None = None


@dataclass(frozen=True, slots=True)
class ElementReading:
    """One element: positive when shown, and what shows it.

    `needed`: the profile needs it. `core`: it alone makes "some indications". `open` are the
    codes without an answer, `more` says how many more signs must be present (0 when shown).
    `showable`: the guideline has enough signs to show it at all.
    """

    key: str
    state: DimensionState
    needed: bool
    core: bool
    present: tuple[str, ...]
    open: tuple[str, ...]
    more: int
    showable: bool


@dataclass(frozen=True, slots=True)
class WouldChange:
    """Questions that would lead to `outcome` if all of them were answered "present"."""

    codes: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one screening. It explains; a person decides.

    It holds all that led to the outcome: whether the rules for a child were used, the country's
    choice about vulnerability, and how many signs were asked for and answered. Readings of
    format 1 did not keep the last three: None.
    """

    guideline_key: str
    version: str
    profile: str
    outcome: Outcome
    because: Because
    urgent: bool
    dimensions: tuple[DimensionReading, ...]
    would_change: tuple[WouldChange, ...]
    rule: RuleKind = RuleKind.WEIGHTED
    elements: tuple[ElementReading, ...] = ()
    is_child: bool = False
    vulnerability_as_means: bool | None = None
    asked_for: int | None = None
    answered: int | None = None
    format: int = FORMAT

    def to_data(self) -> dict[str, Any]:
        """Turn into plain JSON values (dict, list, str, int, bool, None), with a format number.

        A reading that was read back keeps its format, so that it is stored as it was.
        """
        data: dict[str, Any] = _plain(asdict(self))
        if self.format == 1:
            for dimension in data["dimensions"]:
                del dimension["showable"]
            data = {key: value for key, value in data.items() if key not in _SINCE_FORMAT_2}
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Reading":
        """Read back what `to_data` gave, in this format or an earlier one.

        Args:
            data: The stored values, untouched.

        Raises:
            ValueError: The format is unknown, or a word is none of the known ones.
            KeyError: A field is missing.
        """
        if data.get("format") not in (1, FORMAT):
            raise ValueError(f"reading: unknown format {data.get('format')!r}")
        later = _format_1(data) if data["format"] == 1 else _format_2(data)
        return cls(
            guideline_key=data["guideline_key"],
            version=data["version"],
            profile=data["profile"],
            outcome=Outcome(data["outcome"]),
            because=Because(data["because"]),
            urgent=data["urgent"],
            dimensions=tuple(_dimension(item, data["format"]) for item in data["dimensions"]),
            would_change=tuple(_change(item) for item in data["would_change"]),
            format=data["format"],
            **later,
        )


def _plain(value: Any) -> Any:
    """Plain JSON values: enumerated words become str, tuples become lists."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _format_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """Format 1 had two profiles, and its word for the child's was the child rule."""
    if data["profile"] not in _PROFILES_OF_FORMAT_1:
        raise ValueError(f"reading: unknown profile {data['profile']!r}")
    return {"is_child": data["profile"] == "child_labour"}


def _format_2(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "rule": RuleKind(data["rule"]),
        "elements": tuple(_element(item) for item in data["elements"]),
        "is_child": data["is_child"],
        "vulnerability_as_means": data["vulnerability_as_means"],
        "asked_for": data["asked_for"],
        "answered": data["answered"],
    }


def _dimension(data: Mapping[str, Any], format_number: int) -> DimensionReading:
    if data["rule"] not in ("a", "b", "c", "d", None):
        raise ValueError(f"reading: unknown rule {data['rule']!r}")
    return DimensionReading(
        dimension=data["dimension"],
        state=DimensionState(data["state"]),
        rule=data["rule"],
        strong=data["strong"],
        medium=data["medium"],
        weak=data["weak"],
        present=tuple(data["present"]),
        open=tuple(data["open"]),
        showable=None if format_number == 1 else data["showable"],
    )


def _element(data: Mapping[str, Any]) -> ElementReading:
    return ElementReading(
        key=data["key"],
        state=DimensionState(data["state"]),
        needed=data["needed"],
        core=data["core"],
        present=tuple(data["present"]),
        open=tuple(data["open"]),
        more=data["more"],
        showable=data["showable"],
    )


def _change(data: Mapping[str, Any]) -> WouldChange:
    return WouldChange(tuple(data["codes"]), Outcome(data["outcome"]))


_PROFILES_OF_FORMAT_1 = ("adult_labour", "child_labour")
_SINCE_FORMAT_2 = (
    "rule",
    "elements",
    "is_child",
    "vulnerability_as_means",
    "asked_for",
    "answered",
)
