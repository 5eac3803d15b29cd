from korgoo.materials.forms.deeds import AddForm, ReadForm, RemarkForm
from korgoo.materials.forms.stock import StockForm
from korgoo.materials.forms.writing import WriteForm

__all__ = ["AddForm", "ReadForm", "RemarkForm", "StockForm", "WriteForm"]
