"""A visit to a page: who proved that they are the person, for ten minutes."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.mypage.models import Page, PageSession
    from korgoo.mypage.seals import PrivateKey


@dataclass(frozen=True, slots=True)
class Visit:
    """An opened page. ``leads`` is false behind the other code: nothing of the case is shown."""

    session: "PageSession"
    page: "Page"
    private: "PrivateKey" = field(repr=False)

    @property
    def leads(self) -> bool:
        """Tell whether the key is the page's own; the other code's door has another one."""
        return self.private.public == bytes(self.page.public)

    @property
    def case_id(self) -> "UUID":
        """The case of the page.

        Raises:
            NotFound: Behind the other code there is no case.
        """
        if not self.leads:
            raise NotFound(_("We found no such page."))
        return self.page.case_id
