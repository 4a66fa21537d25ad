"""One module a sheet; each returns the cells that other sheets refer to."""
