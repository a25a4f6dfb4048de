"""Source to clean text: every change is an edit that names its rule and can be undone."""

from svodka.clean.cleaner import Clean, clean

__all__ = ["Clean", "clean"]
