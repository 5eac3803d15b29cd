"""What several views of the desk do alike."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages

from korgoo.access.http import MemberRequest
from korgoo.desk import presentation
from korgoo.lib.errors import DomainError, Locked, NotFound


def about(request: MemberRequest, contact_id: UUID) -> dict[str, Any]:
    """Describe the contact that a page is about."""
    return {"row": presentation.contact_page(contact_id, actor=request.actor)}


def done(request: MemberRequest, deed: Callable[[], object]) -> bool:
    """Do what one button does; a refusal is said on the page that follows."""
    try:
        deed()
    except (NotFound, Locked):
        raise
    except DomainError as error:
        messages.error(request, str(error.message))
        return False
    return True
