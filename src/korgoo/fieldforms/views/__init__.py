from korgoo.fieldforms.views.exports import forms_list, paper, xform, xlsform
from korgoo.fieldforms.views.imports import batch, bring, drop, take

__all__ = ["batch", "bring", "drop", "forms_list", "paper", "take", "xform", "xlsform"]
