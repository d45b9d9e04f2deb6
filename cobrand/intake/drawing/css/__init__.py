"""Turns what a drawing says in style sheets into attributes that every renderer reads alike."""
