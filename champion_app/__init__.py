"""Champion: an offline desk for people who stand beside children with a parent in prison."""

__version__ = "0.1.0"
