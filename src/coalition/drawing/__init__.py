"""Text shaped and measured, marks placed without overlap, pictures written: knows no people."""
