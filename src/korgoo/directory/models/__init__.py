from korgoo.directory.models.addresses import SealedAddress
from korgoo.directory.models.gaps import Gap
from korgoo.directory.models.places import Places, PlacesChange
from korgoo.directory.models.services import Service

__all__ = ["Gap", "Places", "PlacesChange", "SealedAddress", "Service"]
