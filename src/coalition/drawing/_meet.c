#include "_meet.h"

#include <stddef.h>

#include "_near.h"
#include "_numbers.h"

static int64_t relatedness(const Search *search, int32_t word, Relations relations, Spot spot)
{
    Ink ink = near_ink(search->board, word, spot);
    int64_t sum = 0;
    for (int32_t k = 0; k < relations.count; k++) {
        int32_t other = relations.rows[k].first;
        if (search->board->masks[other].blocks
            && near_neighbours(ink, near_ink(search->board, other, search->board->spots[other])))
            sum += relations.rows[k].value;
    }
    return sum;
}

/* The sides of a word at which another may touch it: which way, and how it is aligned there
 * (-1: at the start, 1: at the end), in halves of the widths. */
static const struct { int8_t x, y, align; } SIDES[] = {
    { 0, -1, 0 }, { 0, 1, 0 }, { -1, 0, 0 }, { 1, 0, 0 },
    { 0, -1, -1 }, { 0, 1, -1 }, { 0, -1, 1 }, { 0, 1, 1 },
};

static void try_sides(Search *search, int32_t word, int32_t beside, Relations relations,
                      int64_t *most, Spot *best)
{
    const Mask *mask = &search->board->masks[word], *other = &search->board->masks[beside];
    Spot at = search->board->spots[beside];
    int32_t x = 2 * at.x / COLUMNS + other->width, y = 2 * at.y / STEPS + other->height;
    int32_t reach = lesser(mask->height, other->height) / 2 + 1;
    for (size_t side = 0; side < sizeof SIDES / sizeof SIDES[0]; side++) {
        int32_t to_x = x + SIDES[side].x * (mask->width + other->width)
                       + SIDES[side].align * (other->width - mask->width);
        int32_t to_y = y + SIDES[side].y * (mask->height + other->height);
        Spot spot;
        if (!search_near(search, word, to_x / 2, to_y / 2, reach, &spot)) continue;
        int64_t sum = relatedness(search, word, relations, spot);
        if (sum > *most) { *most = sum; *best = spot; }
    }
}

/* The relation that comes next after `last` in order of value, then of place in the table. */
static int32_t next_best(Relations relations, int32_t last)
{
    int32_t best = -1;
    for (int32_t k = 0; k < relations.count; k++) {
        int32_t value = relations.rows[k].value;
        if (last >= 0 && (value > relations.rows[last].value
                          || (value == relations.rows[last].value && k <= last))) continue;
        if (best < 0 || value > relations.rows[best].value) best = k;
    }
    return best;
}

int meet_place(Search *search, int32_t word, Relations relations, int32_t most, Spot *spot)
{
    int64_t sum = 0;
    for (int32_t k = next_best(relations, -1); k >= 0 && most > 0; k = next_best(relations, k)) {
        int32_t beside = relations.rows[k].first;
        if (!search->board->masks[beside].blocks) continue;  /* it has no ink, and no place */
        try_sides(search, word, beside, relations, &sum, spot);
        most--;
    }
    return sum > 0;
}
