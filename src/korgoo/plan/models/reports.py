import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.plan import enums
from korgoo.plan.enums import Answer, ReportState
from korgoo.plan.models.tree import BudgetLine, Indicator, Measure, PlanVersion, Programme


class ReportRound(models.Model):
    """A period for which everybody reports, under the version of the plan in force at its end."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="rounds")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="rounds")
    key = models.CharField(_("period"), max_length=20)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    due_on = models.DateField(_("due"))
    opened_at = models.DateTimeField(_("opened"))
    opened_by_id = models.BigIntegerField(_("opened by"), null=True, blank=True)

    class Privacy:
        holds = "a period of reporting; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("reporting round")
        ordering = ["programme_id", "-starts"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="report_round_once"),
            models.CheckConstraint(
                name="report_round_is_due_after_it_ends",
                condition=Q(ends__gte=F("starts")) & Q(due_on__gte=F("ends")),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Report(models.Model):
    """What one organisation reports for one period, for itself or for a region.

    After acceptance it never changes: a correction is a new version with a reason, and the accepted
    one counts until the new one is accepted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="reports")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    region = models.CharField(_("region"), max_length=14, blank=True)
    number = models.PositiveSmallIntegerField(_("version of the report"), default=1)
    state = models.CharField(_("state"), max_length=8, choices=ReportState)
    reason = models.CharField(
        _("why it was corrected"), max_length=enums.LONGEST_REASON, blank=True
    )
    changed_at = models.DateTimeField(_("last changed"))
    first_sent_at = models.DateTimeField(_("first sent"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    sent_by_id = models.BigIntegerField(_("sent by"), null=True, blank=True)
    is_late = models.BooleanField(_("sent late"), default=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by_id = models.BigIntegerField(_("accepted by"), null=True, blank=True)

    class Privacy:
        holds = "counts, sums and words on an organisation's work, and which members sent and accepted them"
        kept = "always: the plan's account to the public"

    class Meta:
        verbose_name = _("report on the plan")
        ordering = ["round_id", "region", "organisation_id", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organisation", "region", "number"], name="plan_report_once"
            ),
            models.UniqueConstraint(
                fields=["round", "organisation", "region"],
                condition=~Q(state=ReportState.ACCEPTED),
                name="plan_report_one_open",
            ),
            models.CheckConstraint(
                name="plan_report_sent_with_time",
                condition=Q(state=ReportState.DRAFT) | Q(sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="plan_report_accepted_with_time",
                condition=Q(state=ReportState.ACCEPTED, accepted_at__isnull=False)
                | (~Q(state=ReportState.ACCEPTED) & Q(accepted_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="plan_report_corrected_with_a_reason",
                condition=Q(number=1, reason="") | (Q(number__gt=1) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_writable(self) -> bool:
        return ReportState(self.state) in enums.WRITABLE


class MeasureEntry(models.Model):
    """The part of a report that is about one measure. It is there from the start: empty is not reported."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="entries")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="entries")
    part = models.CharField(_("part"), max_length=12, choices=enums.Part)
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    done = models.TextField(_("what was done"), max_length=enums.LONGEST_WORDS, blank=True)
    reason = models.CharField(
        _("why there is nothing"), max_length=enums.LONGEST_REASON, blank=True
    )
    saved_at = models.DateTimeField(_("saved"), null=True, blank=True)
    saved_by_id = models.BigIntegerField(_("saved by"), null=True, blank=True)

    class Privacy:
        holds = "words on an organisation's work, without persons, and which member wrote them"
        kept = "always, with the report"

    class Meta:
        verbose_name = _("part of a report")
        ordering = ["report_id", "measure_id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "measure"], name="plan_entry_once"),
            models.CheckConstraint(
                name="plan_entry_nothing_with_a_reason",
                condition=Q(answer=Answer.NOTHING) & ~Q(reason="")
                | ~Q(answer=Answer.NOTHING) & Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ValueEntry(models.Model):
    """The value of one indicator in a report, or why there is none. No row: not reported."""

    entry = models.ForeignKey(MeasureEntry, on_delete=models.CASCADE, related_name="values")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=8, choices=Answer)
    value = models.DecimalField(
        _("value"), max_digits=enums.DIGITS, decimal_places=enums.PLACES, null=True, blank=True
    )
    reason = models.CharField(
        _("why there is nothing"), max_length=enums.LONGEST_REASON, blank=True
    )

    class Privacy:
        holds = "one figure of an organisation's work; no personal data"
        kept = "always, with the report"

    class Meta:
        verbose_name = _("reported value")
        ordering = ["entry_id", "indicator_id"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "indicator"], name="plan_value_once"),
            models.CheckConstraint(
                name="plan_value_is_told_or_reasoned",
                condition=Q(answer=Answer.VALUE, value__isnull=False, reason="")
                | (Q(answer=Answer.NOTHING, value__isnull=True) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SpentEntry(models.Model):
    """The money spent from one budget line in the period, or why there is none. No row: not reported."""

    entry = models.ForeignKey(MeasureEntry, on_delete=models.CASCADE, related_name="spent")
    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=8, choices=Answer)
    amount = models.DecimalField(
        _("amount"), max_digits=enums.DIGITS, decimal_places=2, null=True, blank=True
    )
    reason = models.CharField(
        _("why there is nothing"), max_length=enums.LONGEST_REASON, blank=True
    )

    class Privacy:
        holds = "one sum of money spent; no personal data"
        kept = "always, with the report"

    class Meta:
        verbose_name = _("money spent")
        ordering = ["entry_id", "line_id"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "line"], name="plan_spent_once"),
            models.CheckConstraint(
                name="plan_spent_is_told_or_reasoned",
                condition=Q(answer=Answer.VALUE, amount__gte=0, reason="")
                | (Q(answer=Answer.NOTHING, amount__isnull=True) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Evidence(models.Model):
    """A paper, a picture or an address that shows what was done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(MeasureEntry, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(_("what it is"), max_length=200)
    address = models.CharField(_("web address"), max_length=enums.LONGEST_ADDRESS, blank=True)
    media_type = models.CharField(_("kind of file"), max_length=40, blank=True)
    data = models.BinaryField(_("file"), null=True, blank=True)
    added_at = models.DateTimeField(_("added"))
    added_by_id = models.BigIntegerField(_("added by"))

    class Privacy:
        holds = "papers on an organisation's work, freed of what they tell beside themselves"
        kept = "always, with the report"

    class Meta:
        verbose_name = _("evidence")
        ordering = ["entry_id", "added_at"]
        constraints = [
            models.CheckConstraint(
                name="plan_evidence_is_a_file_or_an_address",
                condition=Q(data__isnull=True, media_type="") & ~Q(address="")
                | Q(data__isnull=False, address="") & ~Q(media_type=""),
            )
        ]

    def __str__(self) -> str:
        return self.title


class ReportNote(models.Model):
    """What was written beside a report, by those who sent it and those who keep the plan."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="notes")
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=10, choices=enums.NoteKind)
    text = models.TextField(_("text"), max_length=enums.LONGEST_WORDS)
    at = models.DateTimeField(_("written"))
    by_id = models.BigIntegerField(_("written by"))
    organisation_id = models.BigIntegerField(_("written for"))

    class Privacy:
        holds = "words of members on a report, without persons assisted"
        kept = "always, with the report"

    class Meta:
        verbose_name = _("note on a report")
        ordering = ["report_id", "at", "pk"]
        constraints = [
            models.CheckConstraint(name="plan_note_says_something", condition=~Q(text=""))
        ]

    def __str__(self) -> str:
        return str(self.pk)
