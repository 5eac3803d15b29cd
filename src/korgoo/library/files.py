"""Files that come into the library: judged by what they hold, made anew, named by code alone."""

from django.utils.translation import gettext_lazy as _

from korgoo.lib import archives, office, uploads
from korgoo.lib.media import EXTENSIONS, Media
from korgoo.lib.uploads import CannotTake

ENDINGS = {**EXTENSIONS, **office.ENDINGS}


def read_file(content: bytes) -> Media:
    """Check a PDF, a picture or an office file, and free it of what tells who made it.

    Args:
        content: The bytes as they came, at most 5 MB.

    Raises:
        CannotTake: Too large, empty, damaged, with macros, or of another kind.
    """
    if archives.is_archive(content):
        made = office.clean(content)
        return Media(made.media_type, made.data)
    try:
        paper = uploads.clean(content)
    except CannotTake as error:
        if not content or len(content) > uploads.LARGEST:
            raise
        raise CannotTake(
            _(
                "This is no PDF, picture (JPEG, PNG) or office file (DOCX, XLSX, PPTX, ODT, ODS, ODP) "
                "that can be kept, or the file is damaged."
            )
        ) from error
    return Media(paper.media_type, paper.data)


def name_of(code: str, number: int, media_type: str) -> str:
    """Name a file for who downloads it: the code of the document and the version, nothing else."""
    return f"document-{code}-{number}.{ENDINGS.get(media_type, 'bin')}"
