"""Which cases a list shows, and in which order: coded facts only, as they stand in an address."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, TextChoices
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework.enums import (
    CHILD_BANDS,
    Danger,
    Exploitation,
    Matter,
    Procedural,
    Protection,
    Sex,
)
from korgoo.casework.models import CaseClock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import CaseQuerySet

LONGEST = 30
MINE, NOBODY = "mine", "nobody"


class Standing(TextChoices):
    """Cases in work, or closed ones."""

    OPEN = "open", pgettext_lazy("cases", "In work")
    CLOSED = "closed", pgettext_lazy("cases", "Closed")
    ALL = "all", pgettext_lazy("cases", "All")


class Order(TextChoices):
    """Which case comes first."""

    NEWEST = "newest", _("Newest first")
    RESTING = "resting", _("Longest without a step first")


class Whose(TextChoices):
    """Who answers for the case."""

    MINE = MINE, _("My cases")
    NOBODY = NOBODY, _("Nobody answers for them")


class Age(TextChoices):
    """The two rules: for children, and for everybody else."""

    CHILD = "child", _("Child, or perhaps a child")
    ADULT = "adult", pgettext_lazy("age of a person", "Adult")


# What may stand in an address, by name; anything else there is left out.
CHOICES: Mapping[str, type[TextChoices]] = {
    "standing": Standing,
    "protection": Protection,
    "procedural": Procedural,
    "danger": Danger,
    "matter": Matter,
    "sex": Sex,
    "age": Age,
    "exploitation": Exploitation,
    "whose": Whose,
    "order": Order,
}


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """A wish for a list of cases; an empty field wishes nothing."""

    standing: str = Standing.OPEN
    protection: str = ""
    procedural: str = ""
    danger: str = ""
    matter: str = ""
    sex: str = ""
    age: str = ""
    exploitation: str = ""
    region: str = ""
    whose: str = ""
    late: str = ""
    order: str = Order.NEWEST

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing but open cases, newest first, is wished."""
        return self == CaseFilter()

    def query(self) -> str:
        """Write the wish as it stands in an address; what is usual is left out."""
        usual = CaseFilter()
        said = {f.name: str(getattr(self, f.name)) for f in fields(self)}
        return urlencode({n: v for n, v in said.items() if v != str(getattr(usual, n))})

    def with_order(self, order: Order) -> "CaseFilter":
        """Wish the same in another order."""
        return replace(self, order=order)


USUAL = CaseFilter()


def from_query(asked: Mapping[str, Any]) -> CaseFilter:
    """Read a wish from an address. What no list knows is left out, never an error.

    Args:
        asked: The query of a request, or what was kept of one.
    """
    said: dict[str, str] = {}
    for name, choices in CHOICES.items():
        value = str(asked.get(name, ""))
        if value in choices.values:
            said[name] = value
    region = str(asked.get("region", ""))
    if 0 < len(region) <= LONGEST and region.replace("-", "").isalnum():
        said["region"] = region
    if asked.get("late"):
        said["late"] = "1"
    return CaseFilter(**said)


def narrowed(
    rows: "CaseQuerySet", wanted: CaseFilter, *, actor: "Actor", moment: datetime
) -> "CaseQuerySet":
    """Keep the cases that are wished for.

    Args:
        rows: Cases that the actor may know of.
        wanted: The wish.
        actor: Whose cases "mine" are.
        moment: A time limit that ended before it is late.
    """
    plain = ("protection", "procedural", "danger", "matter", "sex", "exploitation", "region")
    rows = rows.filter(**{name: getattr(wanted, name) for name in plain if getattr(wanted, name)})
    if wanted.standing != Standing.ALL:
        rows = rows.filter(closed_at__isnull=wanted.standing == Standing.OPEN)
    if wanted.age:
        is_child = Q(age_band__in=CHILD_BANDS)
        rows = rows.filter(is_child if wanted.age == Age.CHILD else ~is_child)
    if wanted.whose:
        rows = rows.filter(worker_id=actor.user_id if wanted.whose == MINE else None)
    if wanted.late:
        late = CaseClock.objects.late(moment).filter(case_id=OuterRef("pk"))
        rows = rows.filter(Exists(late))
    return rows
