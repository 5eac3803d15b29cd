from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.rights.enums import LONGEST_KEY, LONGEST_NUMBER, CallOutcome, NumberKind, Trust

# What is said of a number; who called it last is not part of it.
SAID = ("number", "name", "kind", "destinations", "hours", "source", "as_of", "trust")


class Number(models.Model):
    """A number to call. It stands here alone, so that one change corrects it wherever it is shown.

    ``proposed`` is what a newer country pack says of it; editors decide. One that was found wrong is
    taken off: no page gives it until somebody corrects it.
    """

    key = models.CharField(_("key"), max_length=LONGEST_KEY, unique=True)
    number = models.CharField(_("number"), max_length=LONGEST_NUMBER)
    name = models.JSONField(_("name by language"))
    kind = models.CharField(_("whom one reaches"), max_length=15, choices=NumberKind)
    destinations = models.JSONField(_("destinations"))
    hours = models.JSONField(_("when somebody answers, by language"), null=True, blank=True)
    source = models.TextField(_("source"))
    as_of = models.DateField(_("day for which the source speaks"), null=True, blank=True)
    trust = models.CharField(_("trust"), max_length=20, choices=Trust)
    checked_on = models.DateField(_("last called"), null=True, blank=True)
    checked_by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    checked_for = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    review_by = models.DateField(_("to be called again by"), null=True, blank=True)
    is_from_pack = models.BooleanField(_("as the country pack or a file gave it"), default=False)
    off_since = models.DateTimeField(_("found wrong, taken off"), null=True, blank=True)
    proposed = models.JSONField(_("what a newer country pack says"), null=True, blank=True)

    class Privacy:
        holds = "public telephone numbers, and which member called one last"
        kept = "always"

    class Meta:
        verbose_name = _("number to call")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key

    def said(self) -> dict[str, Any]:
        """Give what is said of the number, as plain JSON values."""
        words = {name: getattr(self, name) for name in SAID}
        return words | {"as_of": self.as_of.isoformat() if self.as_of else None}


class NumberChange(models.Model):
    """Who changed what of a number, and when. Written once.

    An empty ``before``: it is new, or was put on again; an empty ``after``: it was taken off.
    """

    number = models.ForeignKey(Number, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)

    class Privacy:
        holds = "which member of which organisation changed which public number"
        kept = "always"

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.number_id} {self.at:%Y-%m-%d}"


class NumberCall(models.Model):
    """Somebody called a number; what came of it. Written once."""

    number = models.ForeignKey(Number, on_delete=models.PROTECT, related_name="calls")
    dialled = models.CharField(_("number that was called"), max_length=LONGEST_NUMBER)
    outcome = models.CharField(_("what came of it"), max_length=10, choices=CallOutcome)
    at = models.DateTimeField(_("time"))
    by = models.ForeignKey(
        "access.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Privacy:
        holds = "which member of which organisation called which public number"
        kept = "always"

    class Meta:
        verbose_name = _("call to a number")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.number_id} {self.outcome}"
