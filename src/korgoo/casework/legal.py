"""What the country pack says of the grounds for sharing without consent."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from korgoo.casework.grounds import ShareGround


@dataclass(frozen=True, slots=True)
class LegalGround:
    """A ground with its provision in words; ``is_named``: the pack names one."""

    is_named: bool
    words: str
    rests_on: tuple[str, ...] = ()
    status: str = "unset"


def ground_of(ground: "ShareGround") -> LegalGround:
    """Say on what law a ground rests; a pack without a word on it says "not set by law"."""
    pack = packs.current()
    found = pack.sharing_grounds.get(ground.value)
    if found is None:
        return LegalGround(is_named=False, words=_("Not set by law"))
    if found.legal_basis is None:
        return LegalGround(is_named=False, words=_("Not set by law"), rests_on=found.rests_on)
    language = get_language() or pack.default_language
    words = found.legal_basis.in_language(language)
    return LegalGround(
        is_named=True, words=words, rests_on=found.rests_on, status=found.provenance.status
    )
