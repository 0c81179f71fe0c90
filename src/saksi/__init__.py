"""saksi reads Indonesian news and returns records, each with its witness."""

from saksi.version import __version__

__all__ = ["__version__"]
