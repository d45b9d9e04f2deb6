"""A shelf gives what was put there, made of the same, and holds no more than it may."""

from __future__ import annotations

from cobrand.export.shelf import Shelf


def test_what_was_made_of_the_same_is_found() -> None:
    shelf: Shelf[str] = Shelf(10)
    shelf.put("key", (1, 2), "value", 4)

    assert shelf.get("key", (1, 2)) == "value"
    assert shelf.get("key", (1, 3)) is None
    assert shelf.get("other", (1, 2)) is None


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    shelf: Shelf[str] = Shelf(10)
    shelf.put("one", 1, "a", 4)
    shelf.put("two", 2, "b", 4)
    shelf.get("one", 1)

    shelf.put("three", 3, "c", 4)

    assert (shelf.get("one", 1), shelf.get("two", 2), shelf.get("three", 3)) == ("a", None, "c")


def test_a_key_put_again_counts_once() -> None:
    shelf: Shelf[str] = Shelf(10)
    for time in range(5):
        shelf.put("one", time, "a", 4)
    shelf.put("two", 2, "b", 6)

    assert (shelf.get("one", 4), shelf.get("two", 2)) == ("a", "b")


def test_what_is_too_large_is_not_kept() -> None:
    shelf: Shelf[str] = Shelf(10)

    assert shelf.put("one", 1, "a", 11) == "a"
    assert shelf.get("one", 1) is None
