"""What Coalition says when it cannot go on.

Every error holds one sentence for the user: which file, which line, what is
wrong, what to do. The command line prints that sentence and nothing else.

::

    CoalitionError
     +-- InputError          something that was given cannot be used
     |    +-- UnreadableInput    it is missing, locked, too large or damaged
     |    +-- UnknownFormat      nothing in it looks like a format we read
     |    +-- NothingFound       it was read, and holds nothing to use
     |    +-- BadWeight          a weight is negative, infinite or not a number
     +-- OutputError         the result cannot be written where it should go
     +-- LayoutError         the tags cannot be laid out on the canvas given
     +-- MissingExtra        an optional package is needed; says which to install
     +-- WorkbookError       the workbook cannot be opened, read or written
          +-- Locked             its passphrase or recovery key is needed, or was wrong
          +-- NotOne             a name stands for nobody or for several people in it
"""


class CoalitionError(Exception):
    """The root of the family; ``str()`` of it is a sentence for the user."""


class InputError(CoalitionError):
    """Something that was given cannot be used."""


class UnreadableInput(InputError):
    """The input is missing, locked, too large or damaged."""


class UnknownFormat(InputError):
    """Nothing in the input looks like a format Coalition reads."""


class NothingFound(InputError):
    """The input was read, and holds nothing that can be used."""


class BadWeight(InputError):
    """A weight is negative, infinite or not a number."""


class OutputError(CoalitionError):
    """The result cannot be written where it should go."""


class LayoutError(CoalitionError):
    """The tags cannot be laid out on the canvas that was given."""


class MissingExtra(CoalitionError):
    """An optional package is needed; the sentence says which to install."""


class WorkbookError(CoalitionError):
    """The workbook cannot be opened, read or written."""


class Locked(WorkbookError):
    """The workbook's passphrase or recovery key is needed, or the one given was wrong."""


class NotOne(WorkbookError):
    """A name stands for nobody, or for several people, of the workbook."""
