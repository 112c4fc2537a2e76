"""What a champion can do, one function per sentence. Every change to a binder is made by a function in here."""
