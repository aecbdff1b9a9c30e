#include "_skyline.h"

#include <stdlib.h>

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

typedef struct { int64_t x, y; } Place;

/* How outline units become parts of columns and steps, and which way the word reads. */
typedef struct { int64_t across, down; int turned; } Scale;

static Place place_of(const Glyph *glyph, const Point *point, const Scale *scale)
{
    int64_t x = (int64_t)glyph->x + point->x, y = (int64_t)glyph->y + point->y;
    if (scale->turned) { int64_t swap = x; x = -y; y = swap; }
    return (Place){ floor_div(x * scale->across, EM), floor_div(y * scale->down, EM) };
}

/* What is being measured: 32 bits wide until the height is known. */
typedef struct { int32_t left, width; int32_t *upper, *lower; } Draft;

static void cover(const Draft *draft, int32_t column, int64_t y0, int64_t y1)
{
    int32_t upper = (int32_t)((y0 < y1 ? y0 : y1) >> 10);
    int32_t lower = (int32_t)((y0 < y1 ? y1 : y0) >> 10) + 1, i = column - draft->left;
    if (upper < draft->upper[i]) draft->upper[i] = upper;
    if (lower > draft->lower[i]) draft->lower[i] = lower;
}

/* The height at each column's edge, by a slope with 16 binary places. */
static void cover_line(const Draft *draft, Place from, Place to)
{
    if (from.x > to.x) { Place swap = from; from = to; to = swap; }
    int32_t first = (int32_t)(from.x >> 10), last = (int32_t)(to.x >> 10);
    int64_t y = from.y;
    if (first < last) {
        int64_t slope = floor_div((to.y - from.y) * 65536, to.x - from.x);
        for (int32_t column = first; column < last; column++) {
            int64_t edge = (int64_t)(column + 1) * PART;
            int64_t next = from.y + ((slope * (edge - from.x)) >> 16);
            cover(draft, column, y, next);
            y = next;
        }
    }
    cover(draft, last, y, to.y);
}

/* All lines of an outline, its points placed; each contour is closed. */
static void cover_outline(const Draft *draft, const Point *points, const Place *places,
                          int32_t count)
{
    int32_t start = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t ends = i + 1 == count || points[i + 1].start;
        cover_line(draft, places[i], places[ends ? start : i + 1]);
        if (ends) start = i + 1;
    }
}

/* The room between two words of a tag belongs to the tag, as high as both its neighbours. */
static void bridge(const Draft *draft)
{
    int32_t last = -1;
    for (int32_t i = 0; i < draft->width; i++) {
        if (draft->upper[i] == INT32_MAX) continue;
        for (int32_t j = last + 1; last >= 0 && j < i; j++) {
            int32_t a = draft->upper[last], b = draft->upper[i];
            int32_t c = draft->lower[last], d = draft->lower[i];
            draft->upper[j] = a > b ? a : b;
            draft->lower[j] = c < d ? c : d;
            if (draft->lower[j] <= draft->upper[j]) {  /* no common step: take one of them */
                draft->upper[j] = a;
                draft->lower[j] = c;
            }
        }
        last = i;
    }
}

/* -- gaps and notches, with numbers 16 bits wide ---------------------------------------------- */

static void greater_of(const int16_t *restrict from, int16_t *restrict to, int32_t count,
                       int32_t shift)
{
    for (int32_t i = 0; i < count; i++)
        to[i] = from[i] > from[i + shift] ? from[i] : from[i + shift];
}

static void lesser_of(const int16_t *restrict from, int16_t *restrict to, int32_t count,
                      int32_t shift)
{
    for (int32_t i = 0; i < count; i++)
        to[i] = from[i] < from[i + shift] ? from[i] : from[i + shift];
}

/* Number i becomes the greatest (or least) of the `window` numbers from i on, for all that have
 * so many; by doubling how many are seen, from one array to the other. Returns where they are. */
static int16_t *slide(int16_t *values, int16_t *spare, int32_t count, int32_t window, int greatest)
{
    for (int32_t seen = 1; seen < window;) {
        int32_t shift = seen * 2 <= window ? seen : window - seen;
        count -= shift;
        if (greatest) greater_of(values, spare, count, shift);
        else lesser_of(values, spare, count, shift);
        int16_t *swap = values;
        values = spare;
        spare = swap;
        seen += shift;
    }
    return values;
}

/* What is too narrow for others to stand in is filled (a closing, as in Serra, "Image Analysis and
 * Mathematical Morphology", 1982): the room beneath the arm of a T, between two letters, or on the
 * foot of an L at the end, where the next word would stand a hair's breadth from it and be read
 * with it. `edge` has `width` numbers, which grow outward; the answer has 2 * gap more. */
static void close_edge(const int32_t *edge, int32_t width, int32_t gap, int32_t notch,
                       int16_t *result, int16_t *work)
{
    int32_t reach = gap + notch, wide = width + 2 * gap, room = wide + 2 * reach;
    int16_t *values = work, *spare = work + room;
    for (int32_t i = 0; i < room; i++) values[i] = INT16_MIN;
    for (int32_t i = 0; i < width; i++) values[reach + gap + i] = (int16_t)edge[i];
    values = slide(values, spare, room, 2 * reach + 1, 1);
    spare = values == work ? work + room : work;
    for (int32_t i = 0; i < notch; i++) spare[i] = spare[notch + wide + i] = INT16_MAX;
    for (int32_t i = 0; i < wide; i++) spare[notch + i] = values[i];
    const int16_t *closed = slide(spare, values, wide + 2 * notch, 2 * notch + 1, 0);
    for (int32_t i = 0; i < wide; i++) result[i] = closed[i];
}

static int finish(Skyline *skyline, const Draft *draft, const Word *word)
{
    int32_t top = INT32_MAX, bottom = INT32_MIN, gap = word->gap_x, width = draft->width;
    int32_t notch = (int32_t)((int64_t)word->size * COLUMNS * NOTCH / (1000 * PART));
    for (int32_t i = 0; i < width; i++) {
        if (draft->upper[i] < top) top = draft->upper[i];
        if (draft->lower[i] > bottom) bottom = draft->lower[i];
    }
    top -= word->gap_y;
    bottom += word->gap_y;
    if ((int64_t)bottom - top > TALLEST) return 1;
    int32_t wide = width + 2 * gap, room = wide + 2 * (gap + notch);
    int16_t *edges = malloc(sizeof(int16_t) * (size_t)wide * 2);
    int16_t *work = malloc(sizeof(int16_t) * (size_t)room * 2);
    if (!edges || !work) { free(edges); free(work); return -1; }
    for (int32_t i = 0; i < width; i++) {
        draft->upper[i] = top + word->gap_y - draft->upper[i];  /* both edges grow outward */
        draft->lower[i] += word->gap_y - top;
    }
    *skyline = (Skyline){ draft->left - gap, wide, top, bottom - top, edges, edges + wide };
    close_edge(draft->upper, width, gap, notch, skyline->upper, work);
    close_edge(draft->lower, width, gap, notch, skyline->lower, work);
    for (int32_t i = 0; i < wide; i++) skyline->upper[i] = (int16_t)-skyline->upper[i];
    free(work);
    return 0;
}

/* -- measuring -------------------------------------------------------------------------------- */

/* The points of all glyphs of a word, placed, one after the other; NULL where memory ran out. */
static Place *place_points(const Tables *tables, const Word *word)
{
    Scale scale = { (int64_t)word->size * COLUMNS, (int64_t)word->size * STEPS, word->turned };
    size_t count = 0, at = 0;
    for (int32_t i = 0; i < word->count; i++)
        count += (size_t)tables->outlines[tables->glyphs[word->first + i].outline].count;
    Place *places = malloc(sizeof(Place) * (count + 1));
    for (int32_t i = 0; places && i < word->count; i++) {
        const Glyph *glyph = &tables->glyphs[word->first + i];
        const Outline *outline = &tables->outlines[glyph->outline];
        for (int32_t k = 0; k < outline->count; k++)
            places[at++] = place_of(glyph, &tables->points[outline->first + k], &scale);
    }
    if (places) places[count] = (Place){ INT64_MAX, 0 };
    return places;
}

static int draft_create(Draft *draft, const Place *places, int32_t most)
{
    int64_t left = INT64_MAX, right = INT64_MIN;
    for (; places->x != INT64_MAX; places++) {
        int64_t x = places->x >> 10;
        if (x < left) left = x;
        if (x > right) right = x;
    }
    *draft = (Draft){ 0 };
    if (left > right) return 0;
    if (right - left + 1 > most) return 1;
    draft->left = (int32_t)left;
    draft->width = (int32_t)(right - left + 1);
    draft->upper = malloc(sizeof(int32_t) * (size_t)draft->width * 2);
    if (!draft->upper) return -1;
    draft->lower = draft->upper + draft->width;
    for (int32_t i = 0; i < draft->width; i++) {
        draft->upper[i] = INT32_MAX;
        draft->lower[i] = INT32_MIN;
    }
    return 0;
}

int skyline_measure(Skyline *skyline, const Tables *tables, const Word *word, int32_t most)
{
    Draft draft;
    *skyline = (Skyline){ 0 };
    Place *places = place_points(tables, word);
    if (!places) return -1;
    int result = draft_create(&draft, places, most - 2 * word->gap_x);
    const Place *here = places;
    for (int32_t i = 0; !result && draft.width && i < word->count; i++) {
        const Outline *outline = &tables->outlines[tables->glyphs[word->first + i].outline];
        cover_outline(&draft, tables->points + outline->first, here, outline->count);
        here += outline->count;
    }
    free(places);
    if (!result && draft.width) {
        bridge(&draft);
        result = finish(skyline, &draft, word);
    }
    free(draft.upper);
    return result;
}

void skyline_free(Skyline *skyline)
{
    free(skyline->upper);
    *skyline = (Skyline){ 0 };
}

/* -- boxes ------------------------------------------------------------------------------------ */

static void include(InkBox *box, int32_t left, int32_t top, int32_t right, int32_t bottom)
{
    if (left < box->left) box->left = left;
    if (top < box->top) box->top = top;
    if (right > box->right) box->right = right;
    if (bottom > box->bottom) box->bottom = bottom;
}

static const InkBox NOTHING = { INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN };

InkBox outline_box(const Tables *tables, int32_t outline)
{
    InkBox box = NOTHING;
    const Outline *own = &tables->outlines[outline];
    for (int32_t k = 0; k < own->count; k++) {
        const Point *point = &tables->points[own->first + k];
        include(&box, point->x, point->y, point->x, point->y);
    }
    return box;
}

InkBox ink_box(const Tables *tables, const Word *word, const InkBox *outlines)
{
    InkBox box = NOTHING;
    for (int32_t i = 0; i < word->count; i++) {
        const Glyph *glyph = &tables->glyphs[word->first + i];
        const InkBox *own = &outlines[glyph->outline];
        if (own->left > own->right) continue;
        include(&box, own->left + glyph->x, own->top + glyph->y, own->right + glyph->x,
                own->bottom + glyph->y);
    }
    if (box.left > box.right) return (InkBox){ 0, 0, 0, 0 };
    if (word->turned) return (InkBox){ -box.bottom, box.left, -box.top, box.right };
    return box;
}
