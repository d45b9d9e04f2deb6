"""The window: shows what the engine makes of a brief and turns clicks into the next brief."""
