#include "_profile.h"

#include <limits.h>
#include <stdlib.h>

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

static int32_t cell_of(int64_t fixed) { return (int32_t)floor_div(fixed, CELL); }

static int64_t to_fixed(int64_t units, int64_t size) { return floor_div(units * size, EM); }

typedef struct { int64_t x, y; } Place;

static Place place_of(const Glyph *glyph, const Point *point, int64_t size)
{
    Place place = { to_fixed((int64_t)glyph->x + point->x, size),
                    to_fixed((int64_t)glyph->y + point->y, size) };
    return place;
}

Reach outline_reach(const Outline *outline, const Point *points)
{
    Reach reach = { INT32_MAX, INT32_MIN };
    for (int32_t i = 0; i < outline->count; i++) {
        int32_t x = points[outline->first + i].x;
        if (x < reach.left) reach.left = x;
        if (x > reach.right) reach.right = x;
    }
    return reach;
}

static void cover(Profile *profile, int32_t column, int64_t y0, int64_t y1)
{
    int32_t upper = cell_of(y0 < y1 ? y0 : y1), lower = cell_of(y0 < y1 ? y1 : y0) + 1;
    int32_t i = column - profile->left;
    if (upper < profile->upper[i]) profile->upper[i] = upper;
    if (lower > profile->lower[i]) profile->lower[i] = lower;
}

static void cover_line(Profile *profile, Place from, Place to)
{
    if (from.x > to.x) { Place swap = from; from = to; to = swap; }
    int32_t first = cell_of(from.x), last = cell_of(to.x);
    int64_t y = from.y;
    for (int32_t column = first; column <= last; column++) {
        int64_t edge = (int64_t)(column + 1) * CELL;
        int64_t next = column == last
            ? to.y
            : from.y + floor_div((to.y - from.y) * (edge - from.x), to.x - from.x);
        cover(profile, column, y, next);
        y = next;
    }
}

/* All lines of a glyph's outline; each contour is closed. */
static void cover_glyph(Profile *profile, const Glyph *glyph, const Glyphs *glyphs, int64_t size)
{
    const Outline *outline = &glyphs->outlines[glyph->outline];
    const Point *points = glyphs->points + outline->first;
    Place start = { 0, 0 }, last = { 0, 0 };
    for (int32_t i = 0; i < outline->count; i++) {
        Place here = place_of(glyph, &points[i], size);
        if (points[i].start) {
            if (i > 0) cover_line(profile, last, start);
            start = here;
        } else if (i > 0) {
            cover_line(profile, last, here);
        } else {
            start = here;
        }
        last = here;
    }
    if (outline->count > 0) cover_line(profile, last, start);
}

static int reserve(Profile *profile, int32_t width)
{
    profile->width = width;
    profile->upper = malloc(sizeof(int32_t) * (size_t)width * 2);
    if (!profile->upper) return -1;
    profile->lower = profile->upper + width;
    for (int32_t i = 0; i < width; i++) {
        profile->upper[i] = INT32_MAX;
        profile->lower[i] = INT32_MIN;
    }
    return 0;
}

/* The room between two words of a tag belongs to the tag, as high as both its neighbours. */
static void bridge(Profile *profile)
{
    int32_t last = -1;
    for (int32_t i = 0; i < profile->width; i++) {
        if (profile->upper[i] == INT32_MAX) continue;
        for (int32_t j = last + 1; last >= 0 && j < i; j++) {
            int32_t a = profile->upper[last], b = profile->upper[i];
            int32_t c = profile->lower[last], d = profile->lower[i];
            profile->upper[j] = a > b ? a : b;
            profile->lower[j] = c < d ? c : d;
            if (profile->lower[j] <= profile->upper[j]) {  /* no common row: take one of them */
                profile->upper[j] = a;
                profile->lower[j] = c;
            }
        }
        last = i;
    }
}

/* The room before a word is as high as its first letter, and behind it as its last: else the next
 * word could stand on the foot of an L, a hair's breadth from it, and be read with it. */
static void square_ends(Profile *wide, const Profile *ink, int32_t gap_x, int32_t gap_y)
{
    int32_t letter = 2 * gap_x < ink->width ? 2 * gap_x : ink->width, width = wide->width;
    for (int32_t i = 0; i < letter; i++) {
        int32_t first = i, last = ink->width - 1 - i;
        for (int32_t j = 0; j < gap_x; j++) {
            if (ink->upper[first] - gap_y < wide->upper[j])
                wide->upper[j] = ink->upper[first] - gap_y;
            if (ink->lower[first] > wide->lower[j]) wide->lower[j] = ink->lower[first];
            if (ink->upper[last] - gap_y < wide->upper[width - 1 - j])
                wide->upper[width - 1 - j] = ink->upper[last] - gap_y;
            if (ink->lower[last] > wide->lower[width - 1 - j])
                wide->lower[width - 1 - j] = ink->lower[last];
        }
    }
}

static int widen(Profile *profile, int32_t gap_x, int32_t gap_y)
{
    Profile wide = *profile;
    if (reserve(&wide, profile->width + 2 * gap_x)) return -1;
    wide.left = profile->left - gap_x;
    for (int32_t i = 0; i < profile->width; i++) {
        for (int32_t j = i; j <= i + 2 * gap_x; j++) {
            int32_t upper = profile->upper[i] - gap_y;
            if (upper < wide.upper[j]) wide.upper[j] = upper;
            if (profile->lower[i] > wide.lower[j]) wide.lower[j] = profile->lower[i];
        }
    }
    square_ends(&wide, profile, gap_x, gap_y);
    free(profile->upper);
    *profile = wide;
    return 0;
}

static void span_rows(Profile *profile)
{
    profile->top = INT32_MAX;
    profile->bottom = INT32_MIN;
    for (int32_t i = 0; i < profile->width; i++) {
        if (profile->upper[i] < profile->top) profile->top = profile->upper[i];
        if (profile->lower[i] > profile->bottom) profile->bottom = profile->lower[i];
    }
}

int profile_measure(Profile *profile, const Glyph *word, int32_t count, const Glyphs *glyphs,
                    int64_t size, int32_t gap_x, int32_t gap_y, int32_t most)
{
    int64_t left = INT64_MAX, right = INT64_MIN;
    *profile = (Profile){ 0 };
    for (int32_t i = 0; i < count; i++) {
        Reach reach = glyphs->reaches[word[i].outline];
        if (reach.left > reach.right) continue;
        if ((int64_t)word[i].x + reach.left < left) left = (int64_t)word[i].x + reach.left;
        if ((int64_t)word[i].x + reach.right > right) right = (int64_t)word[i].x + reach.right;
    }
    if (left > right) return 0;
    profile->left = cell_of(to_fixed(left, size));
    int32_t width = cell_of(to_fixed(right, size)) - profile->left + 1;
    if (width + 2 * gap_x > most) return 1;
    if (reserve(profile, width)) return -1;
    for (int32_t i = 0; i < count; i++) cover_glyph(profile, &word[i], glyphs, size);
    bridge(profile);
    if (widen(profile, gap_x, gap_y)) { profile_free(profile); return -1; }
    span_rows(profile);
    return 0;
}

void profile_free(Profile *profile)
{
    free(profile->upper);
    *profile = (Profile){ 0 };
}
