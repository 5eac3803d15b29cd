"""Logs: JSON lines on standard error, without addresses, form contents or query strings."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from structlog.typing import Processor

# Never leaves the process, whoever logs it.
HIDDEN = {"request", "exc_info_locals", "email", "password", "data", "post", "body"}


def hide(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop the keys that could carry personal data."""
    return {key: value for key, value in event.items() if key not in HIDDEN}


# A part of an address that is long is a key or names a record: a calendar, a case.
LONG_PART = re.compile(r"/[^/\s]{16,}")


def shorten_addresses(
    _logger: Any, _name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Leave of an address what names the page, not what opens it."""
    words = event.get("event")
    if isinstance(words, str):
        event["event"] = LONG_PART.sub("/…", words)
    return event


def configure() -> None:
    """Send every log through structlog as JSON. An exception is its type and place, not its text."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        hide,
        shorten_addresses,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            place_of_error,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    # "Not found" is an everyday answer, and its line would hold the address that was asked for.
    for name in ("django.request", "django.security"):
        logging.getLogger(name).setLevel(logging.ERROR)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def place_of_error(
    _logger: Any, _name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace a traceback by the type of the error and the frames' places: values can hold names."""
    info = event.pop("exc_info", None)
    if isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[0] is not None:
        event["error"] = info[0].__name__
        event["frames"] = _frames(info[2])
    return event


def _frames(trace: Any) -> list[str]:
    """List ``module:line`` from the outermost to the innermost of the last twelve frames."""
    found = []
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "?")
        found.append(f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[-12:]
