"""The tag cloud and its layouts: weigh, measure, place, draw, a file each."""

from coalition.cloud.tag_cloud import PlacedWord, TagCloud, tag_cloud
from coalition.cloud.weigh import Dropped

__all__ = ["Dropped", "PlacedWord", "TagCloud", "tag_cloud"]
