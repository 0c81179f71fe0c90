"""Gives every line of an article its role: articles in, pages out."""
