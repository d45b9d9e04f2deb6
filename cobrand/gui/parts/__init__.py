"""The small things the window is made of, each drawn from the theme."""
