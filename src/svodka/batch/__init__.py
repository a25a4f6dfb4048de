"""Batches: what is to do, in which order, and what becomes of it, whatever engine does the work."""
