"""What can go wrong, as a tree of exceptions that carry a code and values, never prose.

* CobrandError
  x LogoError       + LogoNotFound  + LogoUnreadable  + LogoTooLarge
  x ResourceError   + UnknownId     + BadResource
  x RosterError     a table of organisations that cannot be used as a whole
  x ExportError     + UnknownKind   + TargetExists    + WriteFailed
  x BatchError      a run over a whole roster that cannot begin, or a worker that is lost
  x PartMissing     a system part (libcairo) that this computer does not have
  x DrawingFailed   a drawing that the rasteriser refuses
  x WrongUse        words on the command line, or a saved file, that cannot be followed

`messages.say(language, error)` turns any of them into a sentence that says what to do next.
"""

Value = str | int | float


class CobrandError(Exception):
    """Anything that stops the work; `code` names the sentence, `values` fill it."""

    code = "error"

    def __init__(self, code: str | None = None, **values: Value) -> None:
        super().__init__(code or self.code, values)
        self.code = code or self.code
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error cross a process border whole."""
        return (_rebuild, (type(self), self.code, self.values))


def _rebuild(kind: type[CobrandError], code: str, values: dict[str, Value]) -> CobrandError:
    return kind(code, **values)


class LogoError(CobrandError):
    """The logo cannot be used."""

    code = "logo"


class LogoNotFound(LogoError):
    """There is no file to read at this path, or it may not be read."""

    code = "logo.not-found"


class LogoUnreadable(LogoError):
    """The bytes are not a picture that can be read."""

    code = "logo.unreadable"


class LogoTooLarge(LogoError):
    """Reading would cost more time, memory or pixels than the limits allow."""

    code = "logo.too-large"


class ResourceError(CobrandError):
    """Something under resources/ or in the person's own folder is wrong."""

    code = "resource"


class UnknownId(ResourceError):
    """No format, template, campaign, language or message has this id."""

    code = "resource.unknown-id"


class BadResource(ResourceError):
    """A resource file has an unknown key or a value that cannot be used."""

    code = "resource.bad"


class RosterError(CobrandError):
    """A table of organisations cannot be used as a whole."""

    code = "roster"


class ExportError(CobrandError):
    """A file could not be made."""

    code = "export"


class UnknownKind(ExportError):
    """No writer makes this kind of file, or not for this format."""

    code = "export.unknown-kind"


class TargetExists(ExportError):
    """A file of this name is there already and was not asked to be replaced."""

    code = "export.target-exists"


class WriteFailed(ExportError):
    """The file system refused the file: full, gone or not permitted."""

    code = "export.write-failed"


class BatchError(CobrandError):
    """A run over a whole roster cannot begin, or a worker of it is lost."""

    code = "batch"


class PartMissing(CobrandError):
    """A system library that this step needs is not on this computer."""

    code = "part-missing"


class DrawingFailed(CobrandError):
    """The rasteriser or the vector press refused a drawing."""

    code = "drawing-failed"


class WrongUse(CobrandError):
    """A request that contradicts itself or cannot be followed."""

    code = "wrong-use"
