"""A proof that comes in, a picture, a paper or a voice: judged by what it holds, not by its name."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from korgoo.lib import uploads
from korgoo.lib.uploads import CannotTake

# How recordings begin: (offset, bytes, media type).
SOUNDS = (
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"\xff\xf3", "audio/mpeg"),
    (0, b"\xff\xf2", "audio/mpeg"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp3gp", "audio/3gpp"),
    (8, b"WAVE", "audio/wav"),
)
EXTENSIONS = {
    "application/pdf": "pdf",
    "audio/3gpp": "3gp",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "image/jpeg": "jpg",
    "image/png": "png",
}


@dataclass(frozen=True, slots=True)
class Media:
    """A checked file: what it is, and its bytes."""

    media_type: str
    content: bytes = field(repr=False)


def read_media(content: bytes) -> Media:
    """Check a picture, a paper or a recording. Pictures and papers are made anew, without hidden data.

    Args:
        content: The bytes as they came, at most 5 MB.

    Raises:
        CannotTake: Too large, empty, or of no known kind.
    """
    if len(content) <= uploads.LARGEST:
        for offset, mark, media_type in SOUNDS:
            if content[offset : offset + len(mark)] == mark:
                return Media(media_type, content)
    try:
        made = uploads.clean(content)
    except CannotTake as error:
        if len(content) > uploads.LARGEST or not content:
            raise
        raise CannotTake(
            _("This is no picture, PDF or recording that can be kept, or the file is damaged.")
        ) from error
    return Media(made.media_type, made.data)
