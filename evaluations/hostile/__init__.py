"""Hostile and broken files, made up: what people, programs and attackers may hand to an import."""
