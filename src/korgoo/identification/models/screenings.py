import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.actor import Actor
from korgoo.identification.enums import AgeCheck, Given, Moved, Opinion, Talk


class ScreeningQuerySet(models.QuerySet["Screening"]):
    """Named questions about screenings."""

    def with_edition(self) -> Self:
        """Fetch the edition of each with it, without the files, which stay in memory once read."""
        return self.select_related("edition").defer("edition__files")

    def visible_to(self, actor: Actor) -> Self:
        """Keep the screenings of the actor's own organisation; all of them for the co-ordinator."""
        return self if actor.is_coordinator else self.filter(organisation_id=actor.organisation_id)


class Screening(models.Model):
    """One application of the guideline to one person, under the version then in force.

    It names nobody: ``subject`` is the number of the case. Answers and reading are kept as they
    were, so that it can be read again for ever.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.UUIDField(_("case"), db_index=True)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    view = models.SlugField(_("view"), max_length=60)
    edition = models.ForeignKey(
        "identification.GuidelineEdition",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("edition"),
    )
    catalogue = models.SlugField(_("guideline"), max_length=60)
    version = models.CharField(_("version"), max_length=40)
    age_check = models.CharField(_("under 18"), max_length=10, choices=AgeCheck, blank=True)
    talk = models.CharField(_("talk"), max_length=20, choices=Talk, blank=True)
    moved = models.CharField(_("moved"), max_length=10, choices=Moved, blank=True)
    started_at = models.DateTimeField(_("started"))
    started_by_id = models.BigIntegerField(_("started by"))
    opinion = models.CharField(_("officer's opinion"), max_length=20, choices=Opinion, blank=True)
    opinion_at = models.DateTimeField(_("opinion given"), null=True, blank=True)
    answers = models.JSONField(_("answers as read"), default=dict)
    reading = models.JSONField(_("reading"), null=True)
    others = models.JSONField(_("further readings"), default=list)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    objects = ScreeningQuerySet.as_manager()

    class Privacy:
        holds = "coded answers on a person assisted, under the number of the case"
        kept = "as long as the case"

    class Meta:
        verbose_name = _("screening")
        ordering = ["-started_at"]
        constraints = [
            models.CheckConstraint(
                name="screening_opinion_before_reading",
                condition=Q(read_at__isnull=True) | Q(opinion_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_read(self) -> bool:
        """Tell whether the reading was made: from then on nothing in it changes."""
        return self.read_at is not None

    @property
    def is_child(self) -> bool:
        """Tell whether the rules for children hold: under 18, or in doubt."""
        return self.age_check in {AgeCheck.CHILD, AgeCheck.DOUBT}


class ScreeningChoice(models.Model):
    """The option chosen for one question, and where the answer comes from."""

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="choices")
    question = models.SlugField(_("question"), max_length=60)
    option = models.SlugField(_("option"), max_length=60)
    source = models.CharField(_("source"), max_length=20, choices=Given, default=Given.TOLD)
    chosen_at = models.DateTimeField(_("chosen"))

    class Privacy:
        holds = "one coded answer under the number of the case"
        kept = "as long as the case"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["screening", "question"], name="choice_once_a_question"
            )
        ]

    def __str__(self) -> str:
        return f"{self.screening_id} {self.question}"
