"""Brings the codings of one article together."""
