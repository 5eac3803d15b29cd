from korgoo.materials.models.materials import Material, Version, VersionDeed, VersionFile
from korgoo.materials.models.stock import Balance, Movement

__all__ = ["Balance", "Material", "Movement", "Version", "VersionDeed", "VersionFile"]
