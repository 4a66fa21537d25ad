"""Where the files that ship with the app are: fonts, icons, texts, method content and samples."""

from pathlib import Path

_BESIDE = Path(__file__).resolve().parent.parent / "resources"  # a checkout, and a wheel that carries the folder


def resource(*parts: str) -> Path:
    """Path of a shipped file, for example ``resource("fonts", "Inter-Regular.ttf")``."""
    return _BESIDE.joinpath(*parts)
