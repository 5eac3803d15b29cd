import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.workshop.difference import Change, Kind, What
from korgoo.workshop.enums import DraftState, How

LONGEST_NAME = 60


class GuidelineDraft(models.Model):
    """The next edition of a guideline while it is written.

    It is no edition: no card is ever begun under it. Adoption makes an edition from it, and the
    draft stays as it was adopted. The edition from which it started is kept with it, so that the
    difference can be shown for ever.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("what the draft is about"), max_length=200)
    edition = models.CharField(
        _("name of the edition that it is to become"), max_length=LONGEST_NAME
    )
    state = models.CharField(
        _("state"), max_length=10, choices=DraftState, default=DraftState.EDITING
    )
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="guideline_drafts"
    )
    base_name = models.CharField(_("edition from which it started"), max_length=LONGEST_NAME)
    base_digest = models.CharField(_("digest of that edition"), max_length=64)
    base_files = models.JSONField(_("files of that edition"))
    files = models.JSONField(_("files"))
    version = models.PositiveIntegerField(_("version"), default=1)
    brought = models.JSONField(
        _("files that were brought and not taken yet"), null=True, blank=True
    )
    created_at = models.DateTimeField(_("started"))
    created_by_id = models.BigIntegerField(_("started by"))
    changed_at = models.DateTimeField(_("last changed"))

    class Privacy:
        holds = "a guideline in the making; nothing on any person but who started it"
        kept = "for ever: it explains an edition, or why there is none"

    class Meta:
        verbose_name = _("draft of a guideline")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(name="draft_version_counts_up", condition=Q(version__gte=1)),
            models.UniqueConstraint(
                name="draft_edition_wanted_once",
                fields=["edition"],
                condition=Q(state="editing"),
            ),
            models.CheckConstraint(
                name="draft_brought_only_while_edited",
                condition=Q(state="editing") | Q(brought__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_editing(self) -> bool:
        """Tell whether the draft is still written."""
        return self.state == DraftState.EDITING


class DraftChange(models.Model):
    """One change of a draft: who, when, for whom, what, from what to what. It never changes."""

    draft = models.ForeignKey(GuidelineDraft, on_delete=models.PROTECT, related_name="changes")
    version = models.PositiveIntegerField(_("version that it made"))
    at = models.DateTimeField(_("when"))
    user_id = models.BigIntegerField(_("who"))
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    how = models.CharField(_("how"), max_length=10, choices=How)
    kind = models.CharField(_("what happened"), max_length=10)
    what = models.CharField(_("kind of thing"), max_length=12)
    path = models.JSONField(_("which thing"))
    file = models.CharField(_("file"), max_length=300)
    is_after_opening = models.BooleanField(
        _("made after the draft was put to consultation"), default=False
    )
    item = models.CharField(_("item"), max_length=300, blank=True)
    field = models.CharField(_("field"), max_length=200, blank=True)
    title = models.JSONField(_("name of the thing"), default=dict)
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)

    class Privacy:
        holds = "who changed what in a draft of a guideline"
        kept = "for ever: every change is attributed"

    class Meta:
        verbose_name = _("change of a draft")
        ordering = ["pk"]
        indexes = [models.Index(fields=["draft", "-id"], name="draft_history")]
        constraints = [
            models.CheckConstraint(
                name="draft_change_changes", condition=~Q(before__isnull=True, after__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.item} {self.field}".strip()

    @property
    def change(self) -> Change:
        """The same as a difference, to be put into words."""
        return Change(
            file=self.file,
            item=self.item,
            field=self.field,
            before=self.before,
            after=self.after,
            kind=Kind(self.kind),
            what=What(self.what),
            path=tuple(self.path),
            title=self.title,
        )
