"""What pyproject.toml cannot say: our packages, and the resources beside them as one more."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["sponsor_app", "sponsor_app.*"]), "sponsor_app.resources"])
