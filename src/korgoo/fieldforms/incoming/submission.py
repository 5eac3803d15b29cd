"""A filled form that makes sense: codes only, ready to be taken."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from korgoo.identification.guidelines import Choice

FORMAT = 1
WORDS = (
    *("view", "digest", "talk", "moved", "opinion"),
    *("case_code", "channel", "language", "danger"),
)


@dataclass(frozen=True, slots=True)
class Submission:
    """What was answered, in the codes of the view and of the case.

    Attributes:
        instance_id: Number that the tool gave the filled form.
        earlier: Numbers that it had before it was edited in the tool.
        view: Key of the view.
        digest: Of the edition to which the view belongs, whole.
        choices: One for each answered question.
        talk, moved, opinion: As on the screen; ``moved`` may be empty.
        case_code: Nine digits of an own case; empty for a new one.
        channel, language, danger: Of a new case; empty with ``case_code``.
        started, ended: Aware moments.
    """

    instance_id: UUID
    earlier: tuple[UUID, ...]
    view: str
    digest: str
    choices: tuple[Choice, ...]
    talk: str
    moved: str
    opinion: str
    case_code: str
    channel: str
    language: str
    danger: str
    started: datetime
    ended: datetime

    @property
    def numbers(self) -> frozenset[UUID]:
        """All numbers by which the form may have been taken before."""
        return frozenset({self.instance_id, *self.earlier})

    @property
    def is_new_case(self) -> bool:
        """Tell whether a case is opened for it."""
        return not self.case_code

    def to_data(self) -> dict[str, Any]:
        """Turn into plain JSON values, with a format number."""
        return {
            "format": FORMAT,
            "instance_id": str(self.instance_id),
            "earlier": [str(one) for one in self.earlier],
            "choices": [[c.question, c.option, c.source] for c in self.choices],
            "started": self.started.isoformat(),
            "ended": self.ended.isoformat(),
            **{name: getattr(self, name) for name in WORDS},
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Read back what ``to_data`` gave.

        Raises:
            ValueError: The format is unknown.
        """
        if data["format"] != FORMAT:
            raise ValueError(f"submission: unknown format {data['format']!r}")
        plain = {name: value for name, value in data.items() if name != "format"}
        return cls(
            **plain
            | {
                "instance_id": UUID(data["instance_id"]),
                "earlier": tuple(UUID(one) for one in data["earlier"]),
                "choices": tuple(Choice(*row) for row in data["choices"]),
                "started": datetime.fromisoformat(data["started"]),
                "ended": datetime.fromisoformat(data["ended"]),
            }
        )
