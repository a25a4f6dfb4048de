"""Thin spaCy adapters of the rules; each can be added to any spaCy pipeline by its name."""
