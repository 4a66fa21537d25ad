"""Readiness Workbook: takes a stalled AI pilot to production, or says openly why it should not go."""

__version__ = "0.1.0"
