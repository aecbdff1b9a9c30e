"""What is looked at when a workbook is checked: its files, its database, its rows."""
