"""Finds texts that are copies of one another, and where a text says it comes from.

``find_copies`` turns texts into groups with the reason for each pair; ``find_origin`` turns a
page into the outlet it took its text from. Counting independent origins is resolution's.
"""

from saksi.copies.find import find_copies, group_of
from saksi.copies.origins import find_origin, text_of
from saksi.copies.records import CopyGroup, CopyPair, Origin, Text

__all__ = ["CopyGroup", "CopyPair", "Origin", "Text", "find_copies", "find_origin", "group_of", "text_of"]
