from django.db import models
from django.utils.translation import gettext_lazy as _

from korgoo.offers.enums import ReportState


class OfferReport(models.Model):
    """What somebody without a name told of an offer, sealed to who receives such reports.

    In clear stand the day, the country of the job, whether there is a picture, and the state.
    """

    id = models.UUIDField(_("number of the form"), primary_key=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    key_id = models.BigIntegerField(_("key of the organisation"))
    day = models.DateField(_("day"), db_index=True)
    country = models.CharField(_("country of the job"), max_length=2, blank=True)
    has_picture = models.BooleanField(_("with a picture"), default=False)
    sealed = models.BinaryField(_("what was told, sealed to the organisation"))
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState, default=ReportState.NEW
    )
    note_key_id = models.BigIntegerField(_("key of the note"), null=True)
    note = models.BinaryField(_("note, sealed to the organisation"), default=b"")
    is_counted = models.BooleanField(_("counted in the audit trail"), default=False)

    class Privacy:
        holds = "ciphertext of what somebody without a name told of an offer; day and country"
        kept = "1 year"

    class Meta:
        # Never by time of sending: neighbours in a list would tell who came after whom.
        ordering = ["-day", "id"]
        indexes = [
            models.Index(fields=["organisation", "state"], name="offer_report_of_house"),
            models.Index(
                fields=["day"],
                condition=models.Q(is_counted=False),
                name="offer_report_uncounted",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="offer_report_known_state",
                condition=models.Q(state__in=[state.value for state in ReportState]),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class OfferPicture(models.Model):
    """The picture of a report, made anew without hidden data and sealed like the report."""

    report = models.OneToOneField(
        OfferReport, on_delete=models.CASCADE, primary_key=True, related_name="picture"
    )
    sealed = models.BinaryField(_("picture, sealed to the organisation"))

    class Privacy:
        holds = "ciphertext of a picture that somebody without a name added to a report"
        kept = "as long as the report"

    def __str__(self) -> str:
        return str(self.pk)
