"""What raised a warning, as a sentence for the reports."""

from desktop.analysis.warnings import Warned
from desktop.text.warned import raised_sentence


def raised(warned: Warned) -> str:
    """The sentence of a warning with its values."""
    return raised_sentence(warned.rule, warned.values)
