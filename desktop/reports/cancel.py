"""How an export stops before its end."""


class Cancelled(Exception):  # noqa: N818  # not an error: the user asked for it
    """Raised by a ``progress`` callback to stop an export; nothing has been written then."""
