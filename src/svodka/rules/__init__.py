"""What svodka knows about Russian official prose, as tables of plain Python: no spaCy, no files, no state."""
