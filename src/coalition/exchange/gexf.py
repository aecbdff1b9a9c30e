"""GEXF: networks of people from Gephi.

"GEXF 1.3 Primer", https://gexf.net: fields are declared by ``attribute`` elements of a class, and
their values stand in ``attvalue``; what a record is called, and how strong a tie is, in attributes
of its own.
"""

from coalition.errors import UnknownFormat
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.xml_start import starts_with_element
from coalition.model.reading import Reading


class GexfReader:
    """Reads the people and the ties of a network."""

    name = "gexf"
    title = "GEXF: people and their ties, from Gephi"

    def recognise(self, material: Document) -> Match:
        """Sure of the root element."""
        return Match.SURE if starts_with_element(material, "gexf") else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody with a name, their skills, and how they are tied.

        Raises UnknownFormat where there are no names or it is no GEXF, UnreadableInput where it
        is damaged, NothingFound where nobody is in it.
        """
        from coalition.exchange.gexf_elements import GexfHandler
        from coalition.exchange.graph_xml import parse_graph
        from coalition.exchange.network import Network

        network = Network(material.name)
        handler = GexfHandler(network)
        parse_graph(material, handler, progress)
        if handler.root != "gexf":
            raise UnknownFormat(f"{material.name} is XML, but no GEXF.")
        return network.reading(self.name)


READER = GexfReader()
