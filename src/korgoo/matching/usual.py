"""Weights for a search, where no second list is there to learn from: counted on invented people, with truth.

From 50,000 x 50,000 records of ``fictitious``: shares of each level of ``levels.FIELDS`` among the same persons (m) and
among random pairs (u). ``python -m matched.weights`` in ``bench`` counts them anew. Two things are decided, not counted: the
invented offices never mistake a sex, so half a per cent stands for that; and an equal number counts less than the
chance of two equal ones would allow, for passports are shared and forged and telephones handed on.
"""

import numpy as np

from korgoo.matching.fellegi_sunter import Weights

_M = {
    "given": (0.808933, 0.074867, 0.041200, 0.058867, 0.014333, 0.001800),
    "surname": (0.680333, 0.074800, 0.032333, 0.059400, 0.029333, 0.023333, 0.100467),
    "patronymic": (0.904052, 0.091165, 0.004783),
    "birth": (0.721322, 0.021421, 0.087937, 0.115629, 0.015008, 0.032554, 0.000916, 0.005214),
    "sex": (0.995, 0.005),
    "place": (0.562702, 0.437298),
}
_U = {
    "given": (0.000886, 0.002772, 0.000551, 0.002071, 0.016383, 0.977338),
    "surname": (0.001028, 0.003216, 0.000735, 0.002064, 0.001298, 0.022945, 0.968715),
    "patronymic": (0.001913, 0.015616, 0.982471),
    "birth": (0.000046, 0.000023, 0.001731, 0.002035, 0.000125, 0.003567, 0.013131, 0.979343),
    "sex": (0.528183, 0.471817),
    "place": (0.002043, 0.997957),
}
USUAL = Weights(
    {name: np.array(shares) for name, shares in _M.items()},
    {name: np.array(shares) for name, shares in _U.items()},
    1e-6,
)
# National number, passport or card, telephone: different, equal.
DOCUMENT_WEIGHTS = np.array([[-2.3, 13.7], [-1.2, 7.8], [-0.7, 9.5]])
