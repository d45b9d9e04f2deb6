"""Many organisations at once: a roster becomes files, and a report of what became of each row."""
