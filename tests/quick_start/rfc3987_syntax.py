"""Stands before the package of this name, which takes each process a second of processor time.

jsonschema, which nbformat, nbval and JupyterLab import, does without: it then does not check the
format of international addresses, and the schema of notebooks has none. conftest.py puts this
folder on the path of all processes that the tests start.
"""

raise ImportError(__doc__)
