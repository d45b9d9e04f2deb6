"""Safe mendings are made unasked, guesses only on request; both can be taken back."""

import pytest

from cobrand.model.care import AS_SENT, GUESSING, MENDINGS, SAFE, USUAL


@pytest.mark.parametrize("mending", SAFE)
def test_a_safe_mending_is_made_until_it_is_undone(mending):
    undone = USUAL.without_mending(mending)

    assert USUAL.mending(mending).state == "done"
    assert undone.mending(mending).state == "undone"
    assert undone.with_mending(mending) == USUAL


@pytest.mark.parametrize("mending", GUESSING)
def test_a_guess_waits_for_a_person(mending):
    mended = USUAL.with_mending(mending)

    assert USUAL.mending(mending).state == "offered"
    assert mended.mending(mending).state == "done"
    assert mended.without_mending(mending) == USUAL


@pytest.mark.parametrize("mending", MENDINGS)
def test_asking_twice_is_asking_once(mending):
    assert USUAL.with_mending(mending).with_mending(mending) == USUAL.with_mending(mending)


def test_as_sent_means_that_nothing_is_mended():
    assert not any(AS_SENT.wants(mending) for mending in MENDINGS)
