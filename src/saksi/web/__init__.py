"""The reading room: pages, pictures and a JSON API over a store, for people with a browser."""
