"""What is right and how big: numbers for the layout, findings for the finished scene."""
