"""Marks numbers, times and names in segments."""
