"""What agrees between two records, and what is done with two cases that look alike."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """A kind of thing that two records agree in."""

    SURNAME = "surname", pgettext_lazy("what agrees", "surname")
    GIVEN = "given", pgettext_lazy("what agrees", "given name")
    PATRONYMIC = "patronymic", pgettext_lazy("what agrees", "patronymic")
    PART = "part", pgettext_lazy("what agrees", "part of the name")
    BIRTH = "birth", pgettext_lazy("what agrees", "date of birth")
    YEAR = "year", pgettext_lazy("what agrees", "year of birth")
    PHONE = "phone", pgettext_lazy("what agrees", "telephone")
    DOCUMENT = "document", pgettext_lazy("what agrees", "number of a document")
    CODE = "code", pgettext_lazy("what agrees", "code of the case")


class Script(TextChoices):
    """In which letters the names of a pair are written; ``MIXED`` is one in each, or both in one."""

    CYRILLIC = "cyrillic", pgettext_lazy("writing of names", "Cyrillic letters")
    LATIN = "latin", pgettext_lazy("writing of names", "Latin letters")
    MIXED = "mixed", pgettext_lazy("writing of names", "Both")
    NONE = "none", pgettext_lazy("writing of names", "Not known")
