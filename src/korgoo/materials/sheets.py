"""Put a version on a sheet: words, numbers, the code with its address, and the mark of what is not approved."""

from django.conf import settings
from django.utils.translation import override

from korgoo.materials import numbers, wording
from korgoo.materials.drawing import Sheet
from korgoo.materials.enums import Format, Kind, State, Template, Way
from korgoo.materials.models import Version


def sheet_of(version: Version) -> Sheet:
    """Say what stands on a version; what is not approved, or tells an old number, says so across it."""
    with override(version.language):
        draft, call = _mark(version), str(wording.CALL)
    written = version.written_at
    return Sheet(
        template=Template(version.template),
        language=version.language,
        title=version.title,
        slogan=version.slogan,
        action=version.action,
        questions=tuple(version.questions),
        numbers=tuple((number, name) for _key, number, name in version.numbers),
        campaign=campaign_name(version),
        call=call,
        address=address(version),
        foot=" · ".join(code_of(version)),
        day=(written.year, written.month, written.day),
        draft=draft,
    )


def address(version: Version) -> str:
    """Give the whole address of the public page that a camera opens."""
    return f"{settings.PUBLIC_ADDRESS}/{version.language}/c/{version.code}/"


def campaign_name(version: Version) -> str:
    """Name the campaign in the language of a version; in another one where that is missing."""
    names: dict[str, str] = version.material.campaign.name
    return names.get(version.language) or next(iter(names.values()), "")


def code_of(version: Version) -> tuple[str, str, str]:
    """Name a version in signs: which material of which campaign, language, version. Never a person."""
    material = version.material
    return (f"{material.campaign.key}-{material.number}", version.language, str(version.number))


def file_name(version: Version, ending: str, shape: Format | None = None) -> str:
    """Name a file: campaign, number, kind, shape, language, version.

    Args:
        version: Of what.
        ending: Of the file, such as ``pdf`` or ``print.pdf``.
        shape: In which it is drawn.
    """
    code, language, number = code_of(version)
    kind = Kind(version.material.kind).value
    middle = f"{kind}-{shape.value}" if shape and shape.value != kind else kind
    joined = f"-{ending}" if ending in {Way.PRINT.value, Way.LOOK.value} else f".{ending}"
    return f"{code}-{middle}-{language}-v{number}{joined}"


def _mark(version: Version) -> str:
    if version.state != State.APPROVED:
        return str(wording.DRAFT)
    return "" if numbers.still_hold([version])[str(version.pk)] else str(wording.OUT_OF_DATE)
