"""Northwind Insurance: an invented client, written down as models so that the sample can never fall behind them."""
