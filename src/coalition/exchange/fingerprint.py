"""Which file it is, whatever its name: the SHA-256 of its content."""

import os
from hashlib import file_digest, sha256

from coalition.exchange.material import Collection, Material


def fingerprint(material: Material, path: str = "") -> str:
    """The SHA-256, in hex, of a document, of the archive at ``path``, or of a folder: of the names
    and contents of its files.

    Raises UnreadableInput where a file of a folder cannot be read.
    """
    if path and os.path.isfile(path):
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    if not isinstance(material, Collection):
        return sha256(material.content).hexdigest()
    whole = sha256()
    for entry in material.entries:
        content = sha256(material.open(entry).content).hexdigest()
        whole.update(f"{content} {entry}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
