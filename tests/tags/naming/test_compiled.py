from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.compiled import from_bytes, to_bytes
from coalition.tags.naming.extending import extended
from coalition.tags.naming.vocabulary import Vocabulary

LIST = """\
[Leadership]
Change Management
  also OCM; Managing Transitions
  ja   変革管理
  under Management
  not  Exchange Management
PM
  either Project Management; Product Management
"""


def test_what_was_written_is_what_is_read() -> None:
    built = extended(Vocabulary(), [parse(LIST, "list")])
    read = from_bytes(to_bytes(built))
    assert list(read.skills) == list(built.skills)
    assert list(read.names) == list(built.names)
    for ours, theirs in (
        (built.exact, read.exact),
        (built.loose, read.loose),
        (built.halves, read.halves),
        (built.ambiguous, read.ambiguous),
        (built.acronyms, read.acronyms),
    ):
        assert dict(ours) == dict(theirs)
        assert len(ours) == len(theirs)
    assert read.apart == built.apart
    assert read.find("変革管理") == built.find("変革管理")
    assert read.find("nothing") is None


def test_an_empty_vocabulary_is_read_too() -> None:
    assert dict(from_bytes(to_bytes(Vocabulary())).exact) == {}
