"""The board summary as PDF. Pages are composed as plain data first, then painted; only ``paint`` knows a canvas."""
