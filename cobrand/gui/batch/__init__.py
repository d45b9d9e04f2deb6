"""The window in which a whole list of organisations becomes files; loaded when it is opened."""
