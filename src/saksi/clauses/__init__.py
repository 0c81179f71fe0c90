"""Gives every sentence its phrases and clauses."""
