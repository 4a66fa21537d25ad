"""Steering: the tasks of both tracks as list and board, and the weekly check-in."""
