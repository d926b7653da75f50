"""Put the templates and the law parameters of this repository into the wheel.

Everything else stands in pyproject.toml. The top-level folders stay the only source: a wheel gets copies of
them under ``generator/meegeleverd/``, an editable installation reads the folders themselves.
"""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HIER = Path(__file__).parent
MAPPEN: tuple[str, ...] = runpy.run_path(str(HIER / "generator/meegeleverd/__init__.py"))["MAPPEN"]


class BuildMetMappen(build_py):
    """The usual step, plus the folders that come along."""

    def run(self) -> None:
        """Copy the modules and then the folders; an editable build copies nothing."""
        if not self.editable_mode:
            # What an earlier build left behind would otherwise end up in this wheel.
            shutil.rmtree(self.build_lib, ignore_errors=True)
        super().run()
        if not self.editable_mode:
            for map_ in MAPPEN:
                doel = Path(self.build_lib, "generator/meegeleverd", map_)
                shutil.copytree(HIER / map_, doel, ignore=shutil.ignore_patterns(".*", "__pycache__"))


setup(cmdclass={"build_py": BuildMetMappen})
