"""The evaluation on screen."""
