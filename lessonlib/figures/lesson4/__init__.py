"""Figures of lesson 4: gradient descent on two bowls, and on the loss of the network."""

from lessonlib.figures.lesson4.all_at_once import all_rates
from lessonlib.figures.lesson4.choosing import choose_rate
from lessonlib.figures.lesson4.stepping import steps, three_steps
from lessonlib.figures.lesson4.training import train_network

__all__ = ["all_rates", "choose_rate", "steps", "three_steps", "train_network"]
