"""The library behind the workbook: notebooks tell, ``lessonlib`` does, tests prove.

Importing it does nothing but define names: no seed is set, no setting of
matplotlib is changed, nothing is printed.
"""

__version__ = "2.0.0"
