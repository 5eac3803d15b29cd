"""Weights for a search, where no second list is there to learn from: counted on invented people, with truth.

Written down from 50,000 x 50,000 records of ``fictitious`` (``bench/matching.py`` counts them anew): shares of each level of
``levels.FIELDS`` among the same persons (m) and among random pairs (u).
"""

import numpy as np

from korgoo.matching.fellegi_sunter import Weights

_M = {
    "given": (0.8091, 0.0815, 0.0417, 0.0566, 0.0103, 0.0008),
    "surname": (0.6861, 0.0739, 0.0445, 0.0570, 0.0296, 0.0238, 0.0851),
    "patronymic": (0.9244, 0.0735, 0.0021),
    "birth": (0.6413, 0.0233, 0.1234, 0.1500, 0.0155, 0.0334, 0.0031, 0.0100),
    "sex": (0.9950, 0.0050),
    "place": (0.5621, 0.4379),
}
_U = {
    "given": (0.00084, 0.00279, 0.00088, 0.00285, 0.06635, 0.92629),
    "surname": (0.00105, 0.00316, 0.00145, 0.00285, 0.00174, 0.07355, 0.91620),
    "patronymic": (0.00231, 0.03944, 0.95825),
    "birth": (0.000045, 0.000018, 0.001624, 0.002690, 0.000114, 0.003371, 0.012432, 0.979706),
    "sex": (0.53, 0.47),
    "place": (0.002, 0.998),
}
USUAL = Weights(
    {name: np.array(shares) for name, shares in _M.items()},
    {name: np.array(shares) for name, shares in _U.items()},
    1e-6,
)
# National number, passport or card, telephone: different, equal.
DOCUMENT_WEIGHTS = np.array([[-2.3, 13.7], [-1.2, 7.8], [-0.7, 9.5]])
