"""Works on many items in several processes: in their order, within bounds, whatever one item does."""
