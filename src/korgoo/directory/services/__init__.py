from korgoo.directory.services.gaps import GapFacts, record_export, record_gap
from korgoo.directory.services.offering import (
    ServiceFacts,
    add_service,
    change_service,
    confirm_service,
)
from korgoo.directory.services.places import arrive, tap
from korgoo.directory.services.sealed import open_address, write_address

__all__ = [
    "GapFacts",
    "ServiceFacts",
    "add_service",
    "arrive",
    "change_service",
    "confirm_service",
    "open_address",
    "record_export",
    "record_gap",
    "tap",
    "write_address",
]
