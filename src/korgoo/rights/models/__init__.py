from korgoo.rights.models.edition import Edition
from korgoo.rights.models.items import Item, ItemVersion
from korgoo.rights.models.numbers import Number, NumberChange

__all__ = ["Edition", "Item", "ItemVersion", "Number", "NumberChange"]
