from korgoo.access.http import MemberRequest
from korgoo.rights.forms import SeenForm


def seen_of(request: MemberRequest, now: int) -> int:
    """Read which count of changes stood on the page that was sent; a fresh page shows the present."""
    if request.method != "POST":
        return now
    form = SeenForm(request.POST)
    # A form without it has seen nothing: it is taken for stale, and what was typed is kept.
    return int(form.cleaned_data["seen"]) if form.is_valid() else -1
