"""The experiments of lesson 1: dataset and splitting."""

from lessonlib.experiments.lesson1.noisy_data import (
    GRID,
    NoisyData,
    SubsetPoints,
    TwoFits,
    draw_dataset,
    fit_curve,
    fit_two_widths,
)
from lessonlib.experiments.lesson1.selection import (
    MOST_PEEKS,
    TRUE_FUNCTION,
    WIDTHS,
    Peeks,
    Trial,
    best_so_far,
    error_on_fresh_data,
    peek,
    try_widths,
)
from lessonlib.experiments.lesson1.splitting import (
    DAYS,
    SEATTLE_WIDTHS,
    SeattleFits,
    SortedFit,
    fit_sorted,
    seattle_fits,
)

__all__ = [
    "DAYS",
    "GRID",
    "MOST_PEEKS",
    "SEATTLE_WIDTHS",
    "TRUE_FUNCTION",
    "WIDTHS",
    "NoisyData",
    "Peeks",
    "SeattleFits",
    "SortedFit",
    "SubsetPoints",
    "Trial",
    "TwoFits",
    "best_so_far",
    "draw_dataset",
    "error_on_fresh_data",
    "fit_curve",
    "fit_sorted",
    "fit_two_widths",
    "peek",
    "seattle_fits",
    "try_widths",
]
