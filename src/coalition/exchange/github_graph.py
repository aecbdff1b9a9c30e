"""GitHub's GraphQL answers in the shape of its REST ones, https://docs.github.com/graphql."""

from coalition.exchange.json_text import items, member, text

_OWNERS = ("user", "viewer", "organization", "repositoryOwner")


def graph_owner(value: object) -> object:
    """The user or organisation that the answer is about, or None."""
    answer = member(value, "data") or value
    found = (member(answer, owner) for owner in _OWNERS)
    return next((owner for owner in found if isinstance(owner, dict)), None)


def graph_repositories(value: object) -> list[object]:
    """The repositories of the owner, each as the REST API gives it."""
    return [_as_rest(entry) for entry in _nodes(member(graph_owner(value), "repositories"))]


def _as_rest(repository: object) -> dict[str, object]:
    topics = (
        text(node, "topic", "name") for node in _nodes(member(repository, "repositoryTopics"))
    )
    languages = (text(node, "name") for node in _nodes(member(repository, "languages")))
    return {
        "name": text(repository, "name") or text(repository, "nameWithOwner"),
        "fork": member(repository, "isFork"),
        "language": text(repository, "primaryLanguage", "name"),
        "languages": dict.fromkeys(filter(None, languages), 0),
        "topics": [topic for topic in topics if topic],
    }


def _nodes(connection: object) -> list[object]:
    """What a connection joins, as ``nodes`` or inside of ``edges``."""
    return list(items(connection, "nodes")) or [
        member(edge, "node") for edge in items(connection, "edges")
    ]
