"""The day on which the tests read their files."""

from datetime import date

TODAY = date(2026, 11, 21)
