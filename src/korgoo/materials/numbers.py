"""The numbers that may stand on a material: those that people are given today."""

from korgoo.materials.models import Version
from korgoo.rights import api as rights

HOME = "home"


def offered(language: str) -> list[rights.CallNumber]:
    """List the numbers to choose from: those at home; of a country without any, all."""
    homes = {one.key for one in rights.destinations(language) if one.kind == HOME}
    given = rights.numbers_for(None, language)
    return [one for one in given if homes & set(one.destinations)] or given


def as_given(keys: tuple[str, ...], language: str) -> list[list[str]]:
    """Write down numbers as they are given today: key, number, name; who is not given is left out."""
    given = {one.key: one for one in rights.numbers_for(None, language)}
    return [[key, given[key].number, given[key].name] for key in keys if key in given]


def still_hold(versions: list[Version]) -> dict[str, bool]:
    """Tell by the key of a version whether every number on it is still given to people."""
    if not versions:
        return {}
    language = versions[0].language
    given = {(one.key, one.number) for one in rights.numbers_for(None, language)}
    return {
        str(version.pk): all((key, number) in given for key, number, _name in version.numbers)
        for version in versions
    }
