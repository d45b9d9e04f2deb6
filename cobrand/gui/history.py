"""Undo and redo as a list of briefs."""

from __future__ import annotations

from dataclasses import dataclass

from cobrand.model.brief import Brief


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did, in English as a key for translation, and the brief it left behind."""

    name: str
    before: Brief
    after: Brief
    key: str = ""


class History:
    """Steps done and steps undone; steps of one key in a row melt into one."""

    def __init__(self, most: int = 200) -> None:
        self._most = most
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._closed = True

    def put(self, step: Step) -> None:
        """Remember a step; typing on in the same field lengthens the last one."""
        self._undone.clear()
        last = self._done[-1] if self._done and not self._closed else None
        if last and step.key and last.key == step.key:
            step = Step(step.name, self._done.pop().before, step.after, step.key)
        self._done = [*self._done, step][-self._most :]
        self._closed = False

    def settle(self) -> None:
        """Make the next step stand alone even if it has the last one's key."""
        self._closed = True

    def undo(self) -> Brief:
        """Take back the last step and return the brief before it."""
        step = self._done.pop()
        self._undone.append(step)
        self.settle()
        return step.before

    def redo(self) -> Brief:
        """Do the last undone step again and return the brief after it."""
        step = self._undone.pop()
        self._done.append(step)
        self.settle()
        return step.after

    def clear(self) -> None:
        """Begin again."""
        self._done.clear()
        self._undone.clear()
        self.settle()

    @property
    def undoable(self) -> str:
        """The name of the step that undo would take back, or empty."""
        return self._done[-1].name if self._done else ""

    @property
    def redoable(self) -> str:
        """The name of the step that redo would do again, or empty."""
        return self._undone[-1].name if self._undone else ""
