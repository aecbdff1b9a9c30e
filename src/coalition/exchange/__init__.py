"""Readers of others' formats: one module a format, found by content, open to plug-ins."""
