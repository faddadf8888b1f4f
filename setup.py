"""What pyproject.toml cannot say: in the package, the folder data/ is ``lessonlib.data``."""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["lessonlib*"]), "lessonlib.data"],
    package_dir={"lessonlib.data": "data"},
)
