"""What mypy's plugin for Django, and `makemigrations`, read the tables from."""

INSTALLED_APPS = ["coalition.workbook"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
