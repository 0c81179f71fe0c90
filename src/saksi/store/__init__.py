"""The store: articles with all their records in one SQLite file, kept whole at every moment."""
