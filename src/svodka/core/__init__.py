"""The vocabulary of svodka in plain Python: spans, sources, values, records, errors."""
