#include "_mask.h"

#include <stdlib.h>

/* The skyline's solid part in each column of cells: steps [upper, lower). */
typedef struct { int32_t *upper, *lower, count; } Solid;

static int solid_create(Solid *solid, const Skyline *skyline)
{
    solid->count = (skyline->width + COLUMNS - 1) / COLUMNS;
    solid->upper = malloc(sizeof(int32_t) * (size_t)solid->count * 2);
    if (!solid->upper) return -1;
    solid->lower = solid->upper + solid->count;
    for (int32_t k = 0; k < solid->count; k++) {
        solid->upper[k] = 0;
        solid->lower[k] = INT32_MAX;
    }
    for (int32_t i = 0; i < skyline->width; i++) {
        int32_t k = i / COLUMNS;
        if (skyline->upper[i] > solid->upper[k]) solid->upper[k] = skyline->upper[i];
        if (skyline->lower[i] < solid->lower[k]) solid->lower[k] = skyline->lower[i];
    }
    return 0;
}

/* The largest solid rectangle in columns [first, end), x and width in cells, y and height in
 * steps: in most words as wide as the word and as high as an x. From every column it is widened
 * until it can no longer be the largest. */
static Block largest_block(const Solid *solid, int32_t first, int32_t end)
{
    Block best = { first, 0, 0, 0 };
    for (int32_t from = first; from < end; from++) {
        int32_t upper = INT32_MIN, lower = INT32_MAX;
        for (int32_t to = from; to < end; to++) {
            if (solid->upper[to] > upper) upper = solid->upper[to];
            if (solid->lower[to] < lower) lower = solid->lower[to];
            int64_t most = (int64_t)best.width * best.height;
            if (lower <= upper || (int64_t)(end - from) * (lower - upper) <= most) break;
            if ((int64_t)(to - from + 1) * (lower - upper) > most)
                best = (Block){ from, upper, to - from + 1, lower - upper };
        }
    }
    return best;
}

/* The longest run of columns that reach past the middle by half of what sticks out there: the
 * capital at the start of a word, say, or the tail of a g. */
static Block outer_block(const Solid *solid, int32_t height, const Block *middle, int above)
{
    int32_t inner = middle->y + (above ? 0 : middle->height), outer = above ? 0 : height;
    int32_t edge = outer + (inner - outer) / 2, best = 0, start = 0, run = 0;
    for (int32_t i = 0; i < solid->count; i++) {
        run = (above ? solid->upper[i] <= edge && solid->lower[i] >= inner
                     : solid->lower[i] >= edge && solid->upper[i] <= inner) ? run + 1 : 0;
        if (run > best) { best = run; start = i - run + 1; }
    }
    int32_t top = above ? edge : inner, high = above ? inner - edge : edge - inner;
    return (Block){ start, top, high > 0 ? best : 0, high };
}

/* In whole cells, rounded, at least one of them, about the same middle. */
static void add_block(Mask *mask, Block block)
{
    if (block.width <= 0 || block.height <= 0) return;
    int32_t height = block.height / STEPS > 1 ? block.height / STEPS : 1;
    int32_t top = (block.y + (block.height - height * STEPS) / 2 + STEPS / 2) / STEPS;
    if (top + height > mask->height) top = mask->height - height;
    mask->block[mask->blocks++] = (Block){ block.x, top, block.width, height };
}

static int find_blocks(Mask *mask)
{
    Solid solid;
    if (solid_create(&solid, &mask->skyline)) return -1;
    Block middle = largest_block(&solid, 0, solid.count);
    if (!middle.width) middle = (Block){ solid.count / 2, mask->skyline.height / 2, 1, 1 };
    mask->core = middle.y;
    mask->core_end = middle.y + middle.height;
    add_block(mask, middle);
    add_block(mask, largest_block(&solid, 0, middle.x));
    add_block(mask, largest_block(&solid, middle.x + middle.width, solid.count));
    add_block(mask, outer_block(&solid, mask->skyline.height, &middle, 0));
    add_block(mask, outer_block(&solid, mask->skyline.height, &middle, 1));
    mask->kind = (mask->core > mask->em / 8)
                 + 2 * (mask->skyline.height - mask->core_end > mask->em / 8);
    free(solid.upper);
    return 0;
}

int mask_create(Mask *mask, const Tables *tables, const Word *word, int32_t second, int32_t most)
{
    int64_t em = (int64_t)word->size * STEPS;
    *mask = (Mask){ .em = (int32_t)(em / PART), .gap_x = word->gap_x, .gap_y = word->gap_y,
                    .turned = word->turned,
                    .second = (int32_t)(em * second / ((int64_t)PART * EM)) };
    int result = skyline_measure(&mask->skyline, tables, word, most);
    if (result || !mask->skyline.width) return result;
    mask->width = (mask->skyline.width + COLUMNS - 1) / COLUMNS;
    mask->height = (mask->skyline.height + STEPS - 1) / STEPS;
    return find_blocks(mask);
}

void mask_free(Mask *mask)
{
    skyline_free(&mask->skyline);
}
