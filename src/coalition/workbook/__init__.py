"""The workbook: people, what is known of them and from where, safely kept.

A Django app of tables and migrations; :mod:`coalition.workbook.queries` reads them and
:mod:`coalition.workbook.changes` writes them, both through a
:class:`~coalition.workbook.space.Space` and both giving and taking model values. Nothing else
touches the tables.
"""
