"""Plain, frozen, typed values: what every other part of Coalition speaks in."""
