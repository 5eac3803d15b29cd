import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Protection
from korgoo.determination.enums import Acts, Agreement, GivenHow, Outside, ReviewResult
from korgoo.lib import codes


class NonPunishmentNote(models.Model):
    """A review: may the acts be a consequence of trafficking? Codes only; it travels as a paper."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=9, unique=True, default=codes.new_code)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    maker = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"))
    made_by_id = models.BigIntegerField(_("made by"))
    status = models.CharField(_("protection status then"), max_length=20, choices=Protection)
    status_since = models.DateTimeField(_("status since"), null=True, blank=True)
    acts = models.JSONField(_("acts"), default=list)
    result = models.CharField(_("result"), max_length=10, choices=ReviewResult)

    class Privacy:
        holds = "a coded review of what a person may be sanctioned for, under a number of its own"
        kept = "as long as the case"

    class Meta:
        verbose_name = _("non-punishment note")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["case", "-made_at"], name="notes_of_case")]

    def __str__(self) -> str:
        return self.number

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)

    @property
    def acts_words(self) -> str:
        """The acts in words, in the language of the page."""
        return "; ".join(str(Acts(act).label) for act in self.acts)


class NoteGiving(models.Model):
    """To whom a note was given: an organisation of the platform, or a body outside it."""

    note = models.ForeignKey(NonPunishmentNote, on_delete=models.CASCADE, related_name="givings")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    outside = models.CharField(_("body outside"), max_length=20, choices=Outside, blank=True)
    how = models.CharField(_("how given"), max_length=12, choices=GivenHow)
    agreed = models.CharField(_("who agreed"), max_length=12, choices=Agreement)
    given_on = models.DateField(_("given on"))
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by_id = models.BigIntegerField(_("recorded by"))
    received_at = models.DateTimeField(_("receipt confirmed"), null=True, blank=True)
    received_by_id = models.BigIntegerField(_("receipt confirmed by"), null=True, blank=True)

    class Privacy:
        holds = "which body was given a note"
        kept = "as long as the case"

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="note_given_to_one",
                condition=(Q(organisation__isnull=True) & ~Q(outside=""))
                | (Q(organisation__isnull=False) & Q(outside="")),
            ),
            models.UniqueConstraint(
                fields=["note", "organisation"],
                condition=Q(organisation__isnull=False),
                name="note_given_once_to_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.note_id} {self.outside or self.organisation_id}"
