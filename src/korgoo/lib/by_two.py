"""What one person proposes and another confirms: how far it is, and who did what. The base of such rows."""

from typing import Self

from django.db import models
from django.db.models import BaseConstraint, F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib import clock


class ChangeState(TextChoices):
    """How far a change is. Stored values: renaming one needs a migration."""

    PROPOSED = "proposed", pgettext_lazy("change of the matching key", "Proposed")
    CONFIRMED = "confirmed", pgettext_lazy("change of the matching key", "Confirmed")
    REFUSED = "refused", pgettext_lazy("change of the matching key", "Refused")


class ChangeByTwo(models.Model):
    """A change that one proposes and another confirms; ``limits`` makes the database see to it."""

    state = models.CharField(
        _("state"), max_length=10, choices=ChangeState, default=ChangeState.PROPOSED
    )
    proposed_at = models.DateTimeField(_("proposed"))
    proposed_by_id = models.BigIntegerField(_("proposed by"))
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by_id = models.BigIntegerField(_("decided by"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @classmethod
    def hold_proposed(cls) -> Self | None:
        """Hold the change that waits for a second person until the deed is done; None where there is none."""
        rows = cls._default_manager.select_for_update(of=("self",))
        return rows.filter(state=ChangeState.PROPOSED).first()

    def decide(self, state: ChangeState, *, user_id: int) -> None:
        """Write down what became of it, and by whom."""
        self.state, self.decided_at, self.decided_by_id = state, clock.now(), user_id
        self.save(update_fields=["state", "decided_at", "decided_by_id"])


def limits(name: str) -> list[BaseConstraint]:
    """Give the constraints of a table of changes: one waits at a time, and none is confirmed by who proposed it."""
    return [
        models.UniqueConstraint(
            fields=["state"], condition=Q(state="proposed"), name=f"{name}_one_at_a_time"
        ),
        models.CheckConstraint(
            name=f"{name}_by_two",
            condition=~Q(state="confirmed") | ~Q(decided_by_id=F("proposed_by_id")),
        ),
    ]
