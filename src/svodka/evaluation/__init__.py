"""Judging records against gold: alignment, scores, reports, the gate, gold sheets, other formats."""
