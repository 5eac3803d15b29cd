from korgoo.materials.services.approving import approve, give_back, send, withdraw
from korgoo.materials.services.stock import move
from korgoo.materials.services.writing import add_material, write

__all__ = ["add_material", "approve", "give_back", "move", "send", "withdraw", "write"]
