"""Compiled from ui/forms by pyside6-uic. Never edited by hand; tests/architecture/test_forms.py compares."""
