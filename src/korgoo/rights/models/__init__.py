from korgoo.rights.models.edition import Edition
from korgoo.rights.models.files import ContentFile
from korgoo.rights.models.items import Item, ItemVersion, VersionDeed
from korgoo.rights.models.numbers import Number, NumberCall, NumberChange

__all__ = [
    "ContentFile",
    "Edition",
    "Item",
    "ItemVersion",
    "Number",
    "NumberCall",
    "NumberChange",
    "VersionDeed",
]
