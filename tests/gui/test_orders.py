"""What a person asked of a list: where its logos are looked for, and that it is kept whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cobrand.gui.batch import order as orders
from cobrand.gui.batch.order import Order
from cobrand.model.brief import Brief


@pytest.mark.parametrize(
    ("inside", "crowded", "found"),
    [(("Logos 2026", "old"), False, "Logos 2026"), ((), False, "."), ((), True, ""),
     (("logos",), True, "logos")],
)  # fmt: skip
def test_logos_are_looked_for_beside_the_list(
    tmp_path: Path, inside: tuple[str, ...], crowded: bool, found: str
) -> None:
    for name in inside:
        (tmp_path / name).mkdir()
    busy = (tmp_path,) if crowded else ()

    order = orders.begin(tmp_path / "partners.csv", Order(), Path("out"), busy)

    assert order.logos == (str(tmp_path / found) if found else "")
    assert Path(order.folder) == Path("out/partners cards")


def test_another_list_keeps_what_is_wanted_and_not_what_was_mended() -> None:
    before = Order(formats=("@social",), languages=("fr",), written=((2, "name", "x"),), left=(3,))

    order = orders.begin(Path("nowhere/list.csv"), before, Path("out"), ())

    assert (order.formats, order.languages) == (("@social",), ("fr",))
    assert (order.written, order.left) == ((), ())


def test_an_order_is_kept_whole(tmp_path: Path) -> None:
    brief = Brief(language="ar", message="voice").with_word("event.title", "يوم")
    order = replace(
        Order("list.csv", "logos", zip="per-row", jobs=3, left=(4,)).looking_like(brief),
        columns=(("logo", ""),),
        written=((2, "name", "جسور"),),
    )
    file = tmp_path / "deep" / "batch.json"
    orders.keep(file, order)

    assert orders.kept(file) == order


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"base": {}}', '{"base": {"cobrand": 1}, "x": 1}']
)
def test_what_cannot_be_read_is_no_order(tmp_path: Path, text: str) -> None:
    file = tmp_path / "batch.json"
    file.write_text(text)

    assert orders.kept(file) is None


def test_a_row_written_over_twice_says_the_last() -> None:
    order = Order().with_text(2, "name", "River").with_text(3, "name", "Hill")

    assert order.with_text(2, "name", "Rivers").written == (
        (3, "name", "Hill"),
        (2, "name", "Rivers"),
    )
