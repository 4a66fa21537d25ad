"""Importing an inventory on three pages: file, columns, preview."""

from desktop.ui.importing.page import ImportPage

__all__ = ["ImportPage"]
