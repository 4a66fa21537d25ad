"""The value case on screen: figures, charts, and inputs that can be tried before they are accepted."""
