"""What the register of agencies says about a name today, in words for the public."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """The answer of the register: one clear sentence, what it means, and what to do."""

    answer: str
    meaning: str
    to_do: tuple[str, ...]
    is_warning: bool


def about(name: str, country: str) -> AgencyWords | None:
    """Ask the register; None when nothing was asked or there is no register to ask.

    Args:
        name: As somebody wrote it, in any script.
        country: ISO 3166 alpha-2, where the job is.
    """
    return None
