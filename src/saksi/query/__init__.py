"""Questions to a store: SQL under filters, rows out."""
