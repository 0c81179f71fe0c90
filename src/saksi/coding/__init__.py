"""Codes clauses as statements, events and relations."""
