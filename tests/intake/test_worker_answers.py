"""What a worker sends back is data, whatever got hold of the worker."""

import copyreg
import pickle
from dataclasses import replace

import pytest

from cobrand.errors import LogoUnreadable
from cobrand.intake import sniff, wire
from cobrand.intake.door import read
from cobrand.model.finding import warning
from tests.logos import svg


def _text(value: str) -> bytes:
    return b"\x8c" + bytes([len(value)]) + value.encode()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("cobrand.model.brief", "json.codecs.builtins.exec"),
        ("cobrand.model.brief", "json"),
        ("cobrand.model.brief", "replace"),
        ("builtins", "exec"),
        ("os", "system"),
    ],
)
def test_an_answer_that_names_anything_else_is_refused(module, name):
    payload = b"\x80\x04" + _text(module) + _text(name) + b"\x93" + _text("1") + b"\x85R."

    with pytest.raises(pickle.UnpicklingError):
        wire.unpickled(payload)


def test_a_logo_and_an_error_come_through_whole():
    logo = read(svg("wide"))
    error = LogoUnreadable("logo.truncated", kind="png")

    logo = replace(logo, findings=(warning("logo.small", width=3, height=4),))

    assert wire.unpickled(wire.packed(logo)) == logo
    assert b"getattr" not in wire.packed(logo)
    assert wire.unpickled(wire.packed(error)).values == {"kind": "png"}


def test_what_other_libraries_teach_pickle_does_not_reach_the_pipe(monkeypatch):
    monkeypatch.setitem(copyreg.dispatch_table, LogoUnreadable, lambda it: (str, ("taught",)))

    assert wire.unpickled(wire.packed(LogoUnreadable("logo.truncated"))).values == {}


def test_many_comments_before_a_drawing_do_not_hang_the_door():
    assert sniff.kind(b"<!-- layer -->\n" * 3000 + svg("wide")) == "svg"
    assert sniff.kind(b"<!-- page -->\n" * 3000 + b"<html>") == "html"
