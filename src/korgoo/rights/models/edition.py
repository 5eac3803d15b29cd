import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """One row: a mark that becomes another whenever anything that is told changes.

    A random mark and no count: after a copy of the database was brought back, a count would come to
    values that pages were already drawn under.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY, editable=False)
    mark = models.UUIDField(_("mark"), default=uuid.uuid4)
    changed_at = models.DateTimeField(_("last changed"))

    class Privacy:
        holds = "when public information last changed; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("edition of public information")
        constraints = [
            models.CheckConstraint(name="edition_only_one", condition=models.Q(id=1)),
        ]

    def __str__(self) -> str:
        return str(self.mark)
