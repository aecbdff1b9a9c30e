"""What mypy's plugin for Django reads the tables from; nothing runs with it."""

INSTALLED_APPS = ["coalition.workbook"]
DATABASES = {"default": {"ENGINE": "coalition.workbook.backend", "NAME": "none"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
