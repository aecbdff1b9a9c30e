"""Two pictures, compared as an eye would: moved by less than a pixel, they are the same."""

from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

from coalition import TagCloud
from coalition.drawing.png import render_png
from coalition.drawing.svg import render_svg

SHADES = 128
"""Half of the way from black to white: renderers smooth an edge by less, each in its own way."""


def opened(content: bytes) -> Image.Image:
    """An image file in shades of grey, on white."""
    with Image.open(BytesIO(content)) as file:
        image = file.convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("L")


def misplaced(one: Image.Image, other: Image.Image) -> int:
    """How many pixels of one picture are darker or lighter than all around them in the other."""
    assert one.size == other.size
    return max(_outside(one, other), _outside(other, one))


def _outside(one: Image.Image, other: Image.Image) -> int:
    darkest, lightest = ImageFilter.MinFilter(3), ImageFilter.MaxFilter(3)
    too_dark = ImageChops.subtract(other.filter(darkest), one)
    too_light = ImageChops.subtract(one, other.filter(lightest))
    return sum(ImageChops.lighter(too_dark, too_light).histogram()[SHADES:])


def tags_over_tags(cloud: TagCloud, zoom: int = 4) -> int:
    """How many pixels of a cloud are inked by more than one tag, at so many times its size."""
    svg = render_svg(cloud.picture._replace(transparent=True))
    faint = svg.replace("<path ", '<path fill-opacity="0.5" ')
    with Image.open(BytesIO(render_png(faint, density=zoom))) as image:
        return sum(image.getchannel("A").histogram()[SHADES + 32 :])
