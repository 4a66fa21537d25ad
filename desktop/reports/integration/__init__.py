"""The integration map in words: shared by the screen, the tracker and the board summary."""
