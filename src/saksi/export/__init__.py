"""Writes analyses in the formats other programs read."""
