"""Which files can be taken from a version, and how they are called."""

from dataclasses import dataclass

from korgoo.materials import drawing, policies, sheets
from korgoo.materials.enums import DRAWN, Format, Kind, Way
from korgoo.materials.models import Version

EXTENSIONS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True, slots=True)
class Filed:
    """A file that can be taken. ``shape``: in words, empty for a file of one's own."""

    name: str
    text: str
    shape: str = ""


def files_of(version: Version, media_type: str | None) -> list[Filed]:
    """List the files of a version: its own one, or every drawing of its kind.

    Args:
        version: Of what.
        media_type: Kind of its own file; None without one.
    """
    if media_type:
        ending = EXTENSIONS.get(media_type, "bin")
        return [Filed(sheets.file_name(version, ending), ending.upper())]
    if not is_drawn(version) or not policies.whole(version):
        return []
    return [
        Filed(sheets.file_name(version, way.value, shape), str(way.label), str(shape.label))
        for shape, way in _drawings(version)
    ]


def shown(version: Version, media_type: str | None) -> str:
    """Name the file that a page shows as a picture of a version; empty when there is none."""
    if media_type:
        is_picture = media_type.startswith("image/")
        return files_of(version, media_type)[0].name if is_picture else ""
    if not is_drawn(version) or not policies.whole(version):
        return ""
    shape = drawing.shapes_of(Kind(version.material.kind))[-1]
    return sheets.file_name(version, Way.LOOK.value, shape)


def is_drawn(version: Version) -> bool:
    """Tell whether a version is drawn from a template."""
    return version.is_drawn and Kind(version.material.kind) in DRAWN


def way_of(name: str, version: Version) -> tuple[Format, Way] | None:
    """Find in which shape and way a file of this name is drawn; None when it is no such file."""
    looks = [(shape, Way.LOOK) for shape in drawing.shapes_of(Kind(version.material.kind))]
    found = [
        (shape, way)
        for shape, way in [*_drawings(version), *looks]
        if name == sheets.file_name(version, way.value, shape)
    ]
    return found[0] if found else None


def _drawings(version: Version) -> list[tuple[Format, Way]]:
    kind = Kind(version.material.kind)
    return [(shape, way) for shape in drawing.shapes_of(kind) for way in drawing.ways(kind)]
