"""What stands round every page: actions, top bar, rail, side column, palette, and the open document."""
