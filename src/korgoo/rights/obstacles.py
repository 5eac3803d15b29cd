"""What stands in the way of telling a version to the public, in words of the page's language."""

from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lib.errors import DomainError
from korgoo.rights import editing_rules, policies, wording
from korgoo.rights.enums import VersionState
from korgoo.rights.models import ItemVersion
from korgoo.rights.telling import spoken


def obstacles(version: ItemVersion) -> list[str]:
    """List what must be put right before a second reader may approve it; empty when nothing."""
    content = version.content()
    found = wording.lacking(editing_rules.missing(content, packs.current().languages))
    found += wording.lengthy(editing_rules.too_long(content))
    if not policies.may_be_shown(version.trust, version.item.sort):
        found.append(_("Nobody has found it in a source yet. Look it up, and name the source."))
    if not version.source.strip():
        found.append(_("Name the source."))
    return found + _endless(version) + _nothing_new(version)


def refuse_unfinished(version: ItemVersion) -> None:
    """Stop what may not be told yet.

    Raises:
        DomainError: with everything that must be put right.
    """
    found = obstacles(version)
    if found:
        raise DomainError(" ".join(found))


def _endless(version: ItemVersion) -> list[str]:
    """Two rules never contradict each other: what is replaced has a last day."""
    told = ItemVersion.objects.published().with_words()
    rows = told.filter(item__key__in=version.supersedes, valid_to__isnull=True)
    return [
        _("“%(title)s” is to be replaced and has no last day yet. Give it one first.")
        % {"title": spoken(one.title, wording.language())}
        for one in rows
    ]


def _nothing_new(version: ItemVersion) -> list[str]:
    published = version.item.versions.filter(state=VersionState.PUBLISHED).first()
    if published is None or published.content() != version.content():
        return []
    return [_("It says the same as what is published. Say there that it is still true.")]
