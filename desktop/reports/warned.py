"""What raised a warning, as a sentence for the reports."""

from desktop.analysis.warnings import Warned
from desktop.text import say
from desktop.text.formatting import number


def raised(warned: Warned) -> str:
    """The sentence of a warning with its values; numbers have one decimal."""
    values = {name: number(value, 1) if isinstance(value, float) else value for name, value in warned.values.items()}
    return say(f"warnings.{warned.rule}.raised", **values)
