"""Loads the language pack into one frozen object."""
