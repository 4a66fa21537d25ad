"""When things can happen: the working calendar of the engagement."""
