"""GraphML: networks of people from yEd, Gephi, Cytoscape, igraph, networkx and others.

"The GraphML File Format", http://graphml.graphdrawing.org: what fields are called is declared by
``key`` elements, and their values stand in ``data``. yEd writes what it draws inside of a ``data``
of its own (``y:NodeLabel``, ``y:EdgeLabel``), https://yed.yworks.com/support/manual/graphml.html.
"""

from coalition.errors import UnknownFormat
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.xml_start import starts_with_element
from coalition.model.reading import Reading


class GraphmlReader:
    """Reads the people and the ties of a network."""

    name = "graphml"
    title = "GraphML: people and their ties, from yEd, Gephi, Cytoscape, igraph, networkx"

    def recognise(self, material: Document) -> Match:
        """Sure of the root element."""
        return Match.SURE if starts_with_element(material, "graphml") else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody with a name, their skills, and how they are tied.

        Raises UnknownFormat where there are no names or it is no GraphML, UnreadableInput where it
        is damaged, NothingFound where nobody is in it.
        """
        from coalition.exchange.graph_xml import parse_graph
        from coalition.exchange.graphml_elements import GraphmlHandler
        from coalition.exchange.network import Network

        network = Network(material.name)
        handler = GraphmlHandler(network)
        parse_graph(material, handler, progress)
        if handler.root != "graphml":
            raise UnknownFormat(f"{material.name} is XML, but no GraphML.")
        return network.reading(self.name)


READER = GraphmlReader()
