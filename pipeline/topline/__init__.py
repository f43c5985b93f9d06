"""topline."""
