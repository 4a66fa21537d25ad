"""Edits by area. Each is a pure function ``(workbook, …) -> workbook`` with a plain name."""
