"""What is told of an agency, a permit and a decision, before it stands in the register."""

from dataclasses import dataclass
from datetime import date

from korgoo.agencies.rules import Kind


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency. ``names``: pairs of language and text; at least one."""

    names: tuple[tuple[str, str], ...]
    registration: str = ""
    place: str = ""
    phone: str = ""
    is_fictitious: bool = False


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision and where it stands.

    Args:
        kind: What was decided.
        day: First day in force.
        document: Name of the paper or list.
        as_of: Day for which the source speaks.
        until: Last day of the permit; only for a grant or an extension.
        number: Of the decision; empty when nobody told it.
        address: Of the source in the web.
    """

    kind: Kind
    day: date
    document: str
    as_of: date
    until: date | None = None
    number: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class PermitFacts:
    """A permit for one country."""

    country: str
    number: str
    starts: date
    ends: date | None = None
