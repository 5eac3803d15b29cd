"""Who needs help, as the directory compares it: coded facts of a case, and how many come."""

from typing import TYPE_CHECKING

from korgoo.casework.enums import CHILD_BANDS, AgeBand
from korgoo.directory.api import Seeker

if TYPE_CHECKING:
    from korgoo.casework.api import CaseCard
    from korgoo.referral.models import Referral

# In doubt, or when it is open, the age excludes nobody.
AGES: dict[str, tuple[int, int]] = {
    AgeBand.UNDER_12: (0, 11),
    AgeBand.CHILD: (12, 17),
    AgeBand.YOUNG: (18, 24),
    AgeBand.ADULT: (25, 39),
    AgeBand.MIDDLE: (40, 59),
    AgeBand.OLDER: (60, 120),
}


def seeker_for(
    case: "CaseCard",
    *,
    people: int,
    children: int,
    urgency: str,
    days: int | None = None,
    abilities: frozenset[str] = frozenset(),
) -> Seeker:
    """Describe who looks for help.

    Args:
        case: Sex, age, language and region come from here.
        people: Persons who come.
        children: Those under 18 among them; the person counts, if under 18.
        urgency: How soon.
        days: For how long a place is needed, when somebody said.
        abilities: Disabilities that a provider must be ready for; not kept anywhere.
    """
    return Seeker(
        sex=case.sex,
        ages=AGES.get(case.age_band),
        is_child=case.is_child,
        people=people,
        children=max(children, int(case.is_child)),
        language=case.language,
        region=case.region,
        abilities=abilities,
        days=days,
        urgency=urgency,
    )


def seeker_of(referral: "Referral") -> Seeker:
    """Describe for whom a referral asks."""
    case = referral.case
    is_child = case.age_band in CHILD_BANDS
    return Seeker(
        sex=case.sex,
        ages=AGES.get(case.age_band),
        is_child=is_child,
        people=referral.people,
        children=max(referral.children, int(is_child)),
        language=case.language,
        region=case.region,
        urgency=referral.urgency,
    )
