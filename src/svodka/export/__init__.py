"""A run in the forms of other tools: tables, databases, annotation formats, maps and calendars."""
