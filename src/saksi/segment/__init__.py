"""Cuts pages into sentences, tokens and quotations, and analyses words."""
