"""The version of the engine; part of every record it writes."""

__version__ = "0.1.0"
