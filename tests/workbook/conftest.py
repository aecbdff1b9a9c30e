from tests.workbook.postgres import database, place, postgresql, space, workbook

__all__ = ["database", "place", "postgresql", "space", "workbook"]
