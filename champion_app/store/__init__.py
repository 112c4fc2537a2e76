"""The binder: one SQLite file, opened through SQLCipher's library, one module per noun."""
