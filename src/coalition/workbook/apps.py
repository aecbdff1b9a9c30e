"""The Django app."""

from django.apps import AppConfig


class WorkbookConfig(AppConfig):
    """Tables and migrations of the workbook."""

    name = "coalition.workbook"
    label = "workbook"
    default_auto_field = "django.db.models.BigAutoField"
