"""The vocabulary of imports. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class FileKind(TextChoices):
    """What sort of file was brought."""

    CSV = "csv", "CSV"
    JSON = "json", "JSON"
    XML = "xml", "XML"
    ZIP = "zip", "ZIP"


class BatchState(TextChoices):
    """What became of the filled forms of one file."""

    PREVIEWED = "previewed", pgettext_lazy("state of an import", "Waits to be taken")
    TAKEN = "taken", pgettext_lazy("state of an import", "Taken")
    DROPPED = "dropped", pgettext_lazy("state of an import", "Dropped")
