"""A similarity of tags from a file: ``[[i, j, similarity], ...]`` or a matrix, as JSON."""

import os

from coalition.errors import InputError
from coalition.exchange.material import Collection, Material
from coalition.exchange.opening import open_material
from coalition.tags.related import Related, parse_similarity


def read_similarity(source: str | os.PathLike[str], count: int) -> tuple[Related, ...]:
    """The similarity of ``count`` tags in a file, or in pasted text.

    Raises UnreadableInput where it cannot be read or is damaged, InputError with the item that is
    wrong.
    """
    return similarity_in(open_material(source), count)


def similarity_in(material: Material, count: int) -> tuple[Related, ...]:
    """The same for what is open already, such as standard input."""
    if isinstance(material, Collection):
        raise InputError(
            f"{material.name} is a folder or an archive: give the one file with the similarity."
        )
    return parse_similarity(material.json, count, material.name)
