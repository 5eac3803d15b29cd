"""A row of a composition that makes sense by itself, as plain data."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat as the file says it. ``line``: of the file."""

    line: int
    organisation_id: int
    kind: str
    valid_from: date
    valid_to: date | None = None
    position: str = ""
    phone: str = ""
    unit: str = ""

    def to_data(self) -> dict[str, Any]:
        """Write it down as plain data."""
        data = asdict(self)
        data["valid_from"] = self.valid_from.isoformat()
        data["valid_to"] = self.valid_to.isoformat() if self.valid_to else None
        return data

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "SeatRow":
        """Read it back."""
        ends = data["valid_to"]
        days = {
            "valid_from": date.fromisoformat(data["valid_from"]),
            "valid_to": date.fromisoformat(ends) if ends else None,
        }
        return cls(**data | days)
