"""What the register of agencies says about a name today, in words for the public."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from korgoo.agencies import api as agencies
from korgoo.lib import clock
from korgoo.offers.countries import OTHER


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """The answer of the register: one clear sentence, what it means, and what to do."""

    answer: str
    meaning: str
    to_do: tuple[str, ...]
    is_warning: bool


def about(name: str, country: str) -> AgencyWords | None:
    """Ask the register; None when too little was said to ask.

    Args:
        name: As somebody wrote it, in any script.
        country: ISO 3166 alpha-2, where the job is.
    """
    if not name.strip() or country in {"", OTHER}:
        return None
    day = clock.today()
    found = agencies.answer(name, country, day)
    if found.agency is None and found.choices:
        return _several([card.name for card in found.choices])
    return _one(agencies.standing_words(name, country, day), found)


def _several(names: list[str]) -> AgencyWords:
    words = {"names": "; ".join(names)}
    return AgencyWords(
        answer=_("The register has agencies of this or a like name: %(names)s.") % words,
        meaning=_("Find out which of them it is before you pay or sign anything."),
        to_do=(_("Ask for the registration number and the number of the permit."),),
        is_warning=True,
    )


def _one(answer: str, found: agencies.Answer) -> AgencyWords:
    if found.is_allowed:
        return AgencyWords(
            answer=answer,
            meaning=_("A permit is no promise that the work, the pay or the employer is good."),
            to_do=(_("Ask to see the permit. The number, country and dates must be the same."),),
            is_warning=False,
        )
    return AgencyWords(
        answer=answer,
        meaning=_("Only an agency with a valid permit for that country may send people there."),
        to_do=(
            _("Do not pay. Do not give your passport away."),
            _("If you have paid already, keep every receipt and message, and call for help."),
        ),
        is_warning=True,
    )
