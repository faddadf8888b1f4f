"""The 1-H-1 sigmoid network: one input, H hidden sigmoids, one output.

All parameters stand in one vector ``weights`` of length ``P = 3H + 1``, in the
order: hidden weights, hidden biases, output weights, output bias.
"""

from lessonlib.networks.parameters import (
    Layers,
    count_parameters,
    initialize_weights,
    pack,
    spread_hidden_units,
    unpack,
)
from lessonlib.networks.passes import contributions, forward, hidden_activations, mse_gradient

__all__ = [
    "Layers",
    "contributions",
    "count_parameters",
    "forward",
    "hidden_activations",
    "initialize_weights",
    "mse_gradient",
    "pack",
    "spread_hidden_units",
    "unpack",
]
