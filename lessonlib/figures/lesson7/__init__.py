"""Live figures of lesson 7: four networks, the machine's loop, the playground, and the capstone."""

from lessonlib.figures.lesson7.capstone import seattle
from lessonlib.figures.lesson7.four import four_networks
from lessonlib.figures.lesson7.machine import machine
from lessonlib.figures.lesson7.whole_machine import playground

__all__ = ["four_networks", "machine", "playground", "seattle"]
