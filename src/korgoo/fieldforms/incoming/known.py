"""What a filled form is compared with. Whoever knows the editions and the day fills it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from korgoo.countrypack.api import AgencyView
from korgoo.fieldforms.incoming.faults import Fault, Place, Rule, shortened


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one edition.

    Attributes:
        digest: Of the edition, whole.
        valid_from: First day of the edition; None when it holds from the beginning.
        views: By key; pocket cards are not among them.
    """

    digest: str
    valid_from: date | None
    views: Mapping[str, AgencyView]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when a file comes in.

    Attributes:
        forms_of: Finds the forms of the edition whose digest begins so; None when there is none.
        languages: Codes of the languages that a person may speak.
        now: The present moment, aware, in the time zone of the country.
    """

    forms_of: Callable[[str], Forms | None]
    languages: frozenset[str]
    now: datetime


@dataclass(slots=True)
class Notes:
    """What is wrong with one filled form."""

    place: Place
    faults: list[Fault] = field(default_factory=list)

    def add(self, rule: Rule, name: str = "", found: str = "") -> None:
        """Note that the field breaks a rule.

        Args:
            rule: Which one.
            name: Of the field.
            found: What stands there.
        """
        self.faults.append(Fault(self.place, shortened(name), rule, shortened(found)))
