"""Turns the examples in the rule files into checks: one runner for tests and shell."""
