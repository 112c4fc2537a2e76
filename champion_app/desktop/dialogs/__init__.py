"""Dialogs with fixed fields; their forms are drawn in ui/forms."""
