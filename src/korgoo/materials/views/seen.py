"""Which state of a record somebody had before them when they acted."""

from django.http import HttpRequest


def seen_of(request: HttpRequest, now: int) -> int:
    """Give the count of changes that came with a form; of a page that is opened, the present one."""
    sent = request.POST.get("seen", "")
    if request.method != "POST":
        return now
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else -1
