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

/* All lines of a glyph's outline; each contour is closed. */
static void cover_glyph(const Draft *draft, const Tables *tables, const Glyph *glyph,
                        const Scale *scale)
{
    const Outline *outline = &tables->outlines[glyph->outline];
    const Point *points = tables->points + outline->first;
    Place start = { 0, 0 }, last = { 0, 0 };
    for (int32_t i = 0; i < outline->count; i++) {
        Place here = place_of(glyph, &points[i], scale);
        if (i > 0) cover_line(draft, last, points[i].start ? start : here);
        if (i == 0 || points[i].start) start = here;
        last = here;
    }
    if (outline->count > 0) cover_line(draft, last, start);
}

static int reserve(Draft *draft, int32_t width)
{
    draft->width = width;
    draft->upper = malloc(sizeof(int32_t) * (size_t)width * 2);
    if (!draft->upper) return -1;
    draft->lower = draft->upper + width;
    for (int32_t i = 0; i < width; i++) {
        draft->upper[i] = INT32_MAX;
        draft->lower[i] = INT32_MIN;
    }
    return 0;
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

/* Each column becomes the farthest of those at most `reach` away (or, shrunk, the nearest), by
 * doubling how far it looks: to the left in a first pass, to the right in a second. */
static void spread_left(const Draft *draft, int32_t reach, int shrink)
{
    for (int32_t seen = 1; seen <= reach;) {
        int32_t shift = seen * 2 <= reach + 1 ? seen : reach + 1 - seen;
        for (int32_t i = draft->width - 1; i >= shift; i--) {
            int32_t upper = draft->upper[i - shift], lower = draft->lower[i - shift];
            if ((upper < draft->upper[i]) != shrink) draft->upper[i] = upper;
            if ((lower > draft->lower[i]) != shrink) draft->lower[i] = lower;
        }
        seen += shift;
    }
}

static void turn_round(const Draft *draft)
{
    for (int32_t i = 0, j = draft->width - 1; i < j; i++, j--) {
        int32_t upper = draft->upper[i], lower = draft->lower[i];
        draft->upper[i] = draft->upper[j];
        draft->lower[i] = draft->lower[j];
        draft->upper[j] = upper;
        draft->lower[j] = lower;
    }
}

static void spread(const Draft *draft, int32_t reach, int shrink)
{
    for (int32_t side = 0; side < 2; side++) {
        spread_left(draft, reach, shrink);
        turn_round(draft);
    }
}

/* Adds the gap beside the word, and fills what is too narrow for others to stand in (a closing,
 * as in Serra, "Image Analysis and Mathematical Morphology", 1982): the room beneath the arm of a
 * T, between two letters, or on the foot of an L at the end, where the next word would stand a
 * hair's breadth from it and be read with it. */
static int widen(Draft *draft, int32_t gap, int32_t notch)
{
    Draft wide = *draft;
    if (reserve(&wide, draft->width + 2 * gap)) return -1;
    wide.left = draft->left - gap;
    for (int32_t i = 0; i < draft->width; i++) {
        wide.upper[i + gap] = draft->upper[i];
        wide.lower[i + gap] = draft->lower[i];
    }
    spread(&wide, gap + notch, 0);
    spread(&wide, notch, 1);
    free(draft->upper);
    *draft = wide;
    return 0;
}

static int finish(Skyline *skyline, const Draft *draft, int32_t gap_y)
{
    int32_t top = INT32_MAX, bottom = INT32_MIN;
    for (int32_t i = 0; i < draft->width; i++) {
        if (draft->upper[i] < top) top = draft->upper[i];
        if (draft->lower[i] > bottom) bottom = draft->lower[i];
    }
    top -= gap_y;
    bottom += gap_y;
    if (bottom - top > TALLEST) return 1;
    *skyline = (Skyline){ .left = draft->left, .width = draft->width, .top = top,
                          .height = bottom - top };
    skyline->upper = malloc(sizeof(int16_t) * (size_t)draft->width * 2);
    if (!skyline->upper) return -1;
    skyline->lower = skyline->upper + draft->width;
    for (int32_t i = 0; i < draft->width; i++) {
        skyline->upper[i] = (int16_t)(draft->upper[i] - gap_y - top);
        skyline->lower[i] = (int16_t)(draft->lower[i] + gap_y - top);
    }
    return 0;
}

/* The columns that the word's ink reaches; left > right: it has none. */
static void reach_of(const Tables *tables, const Word *word, const Scale *scale, int64_t *left,
                     int64_t *right)
{
    *left = INT64_MAX;
    *right = INT64_MIN;
    for (int32_t i = 0; i < word->count; i++) {
        const Glyph *glyph = &tables->glyphs[word->first + i];
        const Outline *outline = &tables->outlines[glyph->outline];
        for (int32_t k = 0; k < outline->count; k++) {
            int64_t x = place_of(glyph, &tables->points[outline->first + k], scale).x >> 10;
            if (x < *left) *left = x;
            if (x > *right) *right = x;
        }
    }
}

int skyline_measure(Skyline *skyline, const Tables *tables, const Word *word, int32_t most)
{
    Scale scale = { (int64_t)word->size * COLUMNS, (int64_t)word->size * STEPS, word->turned };
    Draft draft = { 0 };
    int64_t left, right;
    *skyline = (Skyline){ 0 };
    reach_of(tables, word, &scale, &left, &right);
    if (left > right) return 0;
    if (right - left + 1 + 2 * (int64_t)word->gap_x > most) return 1;
    draft.left = (int32_t)left;
    if (reserve(&draft, (int32_t)(right - left + 1))) return -1;
    for (int32_t i = 0; i < word->count; i++)
        cover_glyph(&draft, tables, &tables->glyphs[word->first + i], &scale);
    bridge(&draft);
    int32_t notch = (int32_t)((int64_t)word->size * COLUMNS * NOTCH / (1000 * PART));
    int result = widen(&draft, word->gap_x, notch);
    if (!result) result = finish(skyline, &draft, word->gap_y);
    free(draft.upper);
    return result;
}

void skyline_free(Skyline *skyline)
{
    free(skyline->upper);
    *skyline = (Skyline){ 0 };
}
