"""What a document holds is checked value by value."""

from dataclasses import asdict, dataclass
from typing import Literal

import pytest

from cobrand.model.record import build


@dataclass(frozen=True, slots=True)
class Leaf:
    word: str = ""
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Tree:
    side: Literal["left", "right"] = "left"
    tall: bool = False
    age: int = 1
    leaves: tuple[Leaf, ...] = ()
    focus: tuple[float, float] = (0.0, 0.0)
    fruit: Leaf | None = None


@pytest.mark.parametrize(
    "tree",
    [Tree(), Tree("right", True, 7, (Leaf("a", 1), Leaf()), (0.25, 1), Leaf("b"))],
)
def test_what_was_taken_apart_is_built_again(tree: Tree) -> None:
    assert build(Tree, asdict(tree)) == tree


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"size": 1},
        {"side": "up"},
        {"tall": 1},
        {"age": True},
        {"age": 1.5},
        {"leaves": "ab"},
        {"leaves": [{"word": 3}]},
        {"leaves": [{"share": "1"}]},
        {"focus": [1]},
        {"fruit": "b"},
    ],
    ids=str,
)
def test_what_is_of_another_kind_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        build(Tree, data)
