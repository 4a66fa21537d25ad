"""The method as content: pages, checks, questions, sources and published figures, read from ``resources/method``."""

from desktop.method.library import Method, load_method

__all__ = ["Method", "load_method"]
