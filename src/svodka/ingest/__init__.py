"""Bytes to ``Source``: dispatch on content, decoding, the readers of each format."""
