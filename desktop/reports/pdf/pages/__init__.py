"""What stands on the pages: each module composes one page of the board summary."""
