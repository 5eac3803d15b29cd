from django.db import models
from django.utils.translation import gettext_lazy as _


class Watch(models.Model):
    """Somebody wants to know when something changes, and comes back with a code of words to ask.

    No name, no address, no hour. Only the code leads here, and nothing leads from here to a person.
    """

    locator = models.CharField(_("hash of the code"), max_length=64, db_index=True)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="watches")
    country = models.CharField(_("country"), max_length=2)
    asked_on = models.DateField(_("asked"), db_index=True)

    class Privacy:
        holds = "that somebody asked about an agency and a country on a day, under a hash of their code"
        kept = "2 years"

    class Meta:
        verbose_name = _("wish to be told")
        constraints = [
            models.UniqueConstraint(fields=["locator", "agency", "country"], name="watch_once")
        ]

    def __str__(self) -> str:
        return self.locator[:8]
