"""Pictures that only the board summary has, drawn from plain marks."""
