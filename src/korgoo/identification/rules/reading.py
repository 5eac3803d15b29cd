"""What the rules say about one set of answers, in a form kept for ever."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from korgoo.identification.rules.enums import Because, DimensionState, Outcome, Profile
from korgoo.identification.rules.tally import Rule

FORMAT = 1


@dataclass(frozen=True, slots=True)
class DimensionReading:
    """One dimension: its state, the rule (a to d) behind a positive one, counts and codes.

    `strong`, `medium` and `weak` count signs present; `open` are the codes without an answer.
    """

    dimension: str
    state: DimensionState
    rule: Rule | None
    strong: int
    medium: int
    weak: int
    present: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WouldChange:
    """Questions that would lead to `outcome` if all of them were answered "present"."""

    codes: tuple[str, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one screening. It explains; a person decides."""

    guideline_key: str
    version: str
    profile: Profile
    outcome: Outcome
    because: Because
    urgent: bool
    dimensions: tuple[DimensionReading, ...]
    would_change: tuple[WouldChange, ...]

    def to_data(self) -> dict[str, Any]:
        """Turn into plain JSON values (dict, list, str, int, bool, None), with a format number."""
        return {"format": FORMAT, **_plain(asdict(self))}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Reading":
        """Read back what `to_data` gave.

        Args:
            data: The stored values, untouched.

        Raises:
            ValueError: The format is unknown, or a word is none of the known ones.
            KeyError: A field is missing.
        """
        if data.get("format") != FORMAT:
            raise ValueError(f"reading: unknown format {data.get('format')!r}")
        return cls(
            guideline_key=data["guideline_key"],
            version=data["version"],
            profile=Profile(data["profile"]),
            outcome=Outcome(data["outcome"]),
            because=Because(data["because"]),
            urgent=data["urgent"],
            dimensions=tuple(_dimension(item) for item in data["dimensions"]),
            would_change=tuple(_change(item) for item in data["would_change"]),
        )


def _plain(value: Any) -> Any:
    """Plain JSON values: enumerated words become str, tuples become lists."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _dimension(data: Mapping[str, Any]) -> DimensionReading:
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
    )


def _change(data: Mapping[str, Any]) -> WouldChange:
    return WouldChange(tuple(data["codes"]), Outcome(data["outcome"]))
