"""Item models: they hold rows; rules stay in domain."""
