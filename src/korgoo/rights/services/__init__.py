from korgoo.rights.services.confirming import confirm_number, confirm_statement
from korgoo.rights.services.loaded import Loaded
from korgoo.rights.services.loading import load

__all__ = ["Loaded", "confirm_number", "confirm_statement", "load"]
