"""The sample engagement for tests, built through the same script that ships it."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

from desktop.workbook import Workbook

ROOT = Path(__file__).resolve().parent.parent


@cache
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", ROOT / "packaging" / "make_sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def sample() -> Workbook:
    return maker().build_sample()
