"""Marked releases to gold, gold to what spaCy trains on, and the programs that check both."""
