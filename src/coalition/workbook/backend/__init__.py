"""Django's SQLite backend on the driver of :mod:`coalition.workbook.driver`."""
