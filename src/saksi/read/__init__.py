"""Reads documents: paths and standard input in, articles out."""
