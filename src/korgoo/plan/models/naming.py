"""Names in up to three languages: those of the source, and nothing made up."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from korgoo.plan import enums


class Named(models.Model):
    """Has a name in Kyrgyz, Russian, English, or in the one language in which the source has it."""

    name_ky = models.CharField(_("name in Kyrgyz"), max_length=enums.LONGEST_NAME, blank=True)
    name_ru = models.CharField(_("name in Russian"), max_length=enums.LONGEST_NAME, blank=True)
    name_en = models.CharField(_("name in English"), max_length=enums.LONGEST_NAME, blank=True)

    class Meta:
        abstract = True

    @property
    def names(self) -> dict[str, str]:
        """The names that are there, by language."""
        every = {language: getattr(self, f"name_{language}") for language in enums.LANGUAGES}
        return {language: name for language, name in every.items() if name}

    @property
    def name(self) -> str:
        """The name in the language of the page; else in a language in which there is one."""
        return self.names.get(self.language, "")

    @property
    def language(self) -> str:
        """The language in which ``name`` is given, as a page must say it."""
        asked = (translation.get_language() or "en")[:2]
        return asked if asked in self.names else next(iter(self.names), asked)
