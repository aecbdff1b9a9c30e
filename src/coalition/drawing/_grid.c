#include "_grid.h"

#include <stdlib.h>

#include "_numbers.h"

static uint64_t *row_of(const Grid *grid, int32_t level, int32_t y)
{
    return grid->tower[level] + (size_t)y * (size_t)grid->words;
}

int grid_create(Grid *grid, int32_t width, int32_t height, int32_t tallest)
{
    *grid = (Grid){ .width = width, .height = height, .words = width / 64 + 2, .towers = 1 };
    while (grid->towers < TOWERS && (1 << grid->towers) <= tallest) grid->towers++;
    size_t cells = (size_t)grid->words * (size_t)height;
    for (int32_t level = 0; level < grid->towers; level++) {
        grid->tower[level] = calloc(cells, sizeof(uint64_t));
        if (!grid->tower[level]) { grid_free(grid); return -1; }
    }
    grid->hits = calloc((size_t)grid->words * 2, sizeof(uint64_t));
    if (!grid->hits) { grid_free(grid); return -1; }
    grid->scratch = grid->hits + grid->words;
    return 0;
}

void grid_free(Grid *grid)
{
    for (int32_t level = 0; level < grid->towers; level++) free(grid->tower[level]);
    free(grid->hits);
    *grid = (Grid){ 0 };
}

/* -- asking ----------------------------------------------------------------------------------- */

/* Puts the OR of rows [y, y + rows) into scratch words [from, to]. */
static void gather_rows(const Grid *grid, int32_t y, int32_t rows, int32_t from, int32_t to)
{
    uint64_t *out = grid->scratch;
    int32_t level = 0;
    while (level + 1 < grid->towers && (2 << level) <= rows) level++;
    int32_t step = 1 << level;
    const uint64_t *first = row_of(grid, level, y);
    for (int32_t i = from; i <= to; i++) out[i] = first[i];
    for (int32_t r = step; r < rows; r += step) {
        const uint64_t *next = row_of(grid, level, y + (r + step <= rows ? r : rows - step));
        for (int32_t i = from; i <= to; i++) out[i] |= next[i];
    }
}

/* Bit x of scratch becomes the OR of bits x to x + width - 1. */
static void smear(uint64_t *out, int32_t width, int32_t from, int32_t to)
{
    for (int32_t reach = 1; reach < width;) {
        int32_t shift = reach * 2 <= width ? reach : width - reach;
        int32_t skip = shift >> 6, bits = shift & 63, i = from;
        if (bits) {
            for (; i + skip < to; i++)
                out[i] |= (out[i + skip] >> bits) | (out[i + skip + 1] << (64 - bits));
            if (i + skip == to) out[i] |= out[to] >> bits;
        } else {
            for (; i + skip <= to; i++) out[i] |= out[i + skip];
        }
        reach += shift;
    }
}

static void add_hits(const Grid *grid, const Block *block, int32_t y, Span span)
{
    int32_t skip = block->x >> 6, bits = block->x & 63;
    int32_t from = (span.low + block->x) >> 6;
    int32_t to = (span.high + block->x + block->width - 1) >> 6;
    gather_rows(grid, y, block->height, from, to);
    smear(grid->scratch, block->width, from, to);
    for (int32_t i = span.low >> 6; i <= span.high >> 6; i++) {
        uint64_t first = i + skip >= from && i + skip <= to ? grid->scratch[i + skip] : 0;
        uint64_t second = bits && i + skip + 1 <= to ? grid->scratch[i + skip + 1] : 0;
        grid->hits[i] |= (first >> bits) | (bits ? second << (64 - bits) : 0);
    }
}

int grid_ask(const Grid *grid, const Mask *mask, int32_t y, Span span)
{
    for (int32_t i = span.low >> 6; i <= span.high >> 6; i++) grid->hits[i] = 0;
    for (int32_t b = 0; b < mask->blocks; b++) {
        add_hits(grid, &mask->block[b], y + mask->block[b].y, span);
        if (grid_next_free(grid, span.low, span.high) < 0) return b + 1;
    }
    return 0;
}

int32_t grid_next_free(const Grid *grid, int32_t x, int32_t limit)
{
    while (x <= limit) {
        uint64_t open = ~grid->hits[x >> 6] >> (x & 63);
        if (open) { x += __builtin_ctzll(open); return x <= limit ? x : -1; }
        x = ((x >> 6) + 1) << 6;
    }
    return -1;
}

int32_t grid_last_free(const Grid *grid, int32_t x, int32_t limit)
{
    while (x >= limit) {
        uint64_t open = ~grid->hits[x >> 6] << (63 - (x & 63));
        if (open) { x -= __builtin_clzll(open); return x >= limit ? x : -1; }
        x = ((x >> 6) << 6) - 1;
    }
    return -1;
}

/* -- taking ----------------------------------------------------------------------------------- */

/* Rows of cells, the last not included. */
typedef struct { int32_t top, end; } Rows;

/* Of a column of cells, those that the skyline covers at least half, on the average of its own
 * columns there. */
static Rows take_column(Grid *grid, const Skyline *skyline, int32_t cell, int32_t x, int32_t y)
{
    int32_t first = greater(0, cell * COLUMNS - x);
    int32_t end = lesser(skyline->width, (cell + 1) * COLUMNS - x), upper = 0, lower = 0;
    for (int32_t i = first; i < end; i++) {
        upper += skyline->upper[i];
        lower += skyline->lower[i];
    }
    int32_t top = floor_div(y + upper / (end - first) + STEPS / 2, STEPS);
    int32_t under = floor_div(y + lower / (end - first) + STEPS / 2, STEPS);
    Rows rows = { greater(0, top), lesser(grid->height, under) };
    for (int32_t row = rows.top; row < rows.end; row++)
        row_of(grid, 0, row)[cell >> 6] |= (uint64_t)1 << (cell & 63);
    return rows;
}

/* Brings the towers up to date where cells of these rows and words were taken. */
static void raise_towers(Grid *grid, Rows rows, int32_t from, int32_t to)
{
    for (int32_t level = 1; level < grid->towers; level++) {
        int32_t half = 1 << (level - 1), top = greater(0, rows.top - 2 * half + 1);
        for (int32_t row = top; row < rows.end; row++) {
            uint64_t *out = row_of(grid, level, row);
            const uint64_t *a = row_of(grid, level - 1, row);
            const uint64_t *b = row_of(grid, level - 1, lesser(row + half, grid->height - 1));
            for (int32_t i = from; i <= to; i++) out[i] = a[i] | b[i];
        }
    }
}

void grid_take(Grid *grid, const Skyline *skyline, int32_t x, int32_t y)
{
    int32_t first = greater(0, floor_div(x + COLUMNS / 2, COLUMNS));
    int32_t end = lesser(grid->width, floor_div(x + skyline->width + COLUMNS / 2, COLUMNS));
    Rows all = { grid->height, 0 };
    for (int32_t cell = first; cell < end; cell++) {
        Rows rows = take_column(grid, skyline, cell, x, y);
        if (rows.top >= rows.end) continue;
        all = (Rows){ lesser(all.top, rows.top), greater(all.end, rows.end) };
    }
    if (all.top < all.end) raise_towers(grid, all, first >> 6, (end - 1) >> 6);
}

void grid_take_outside(Grid *grid, const uint8_t *outside)
{
    for (int32_t y = 0; y < grid->height; y++)
        for (int32_t x = 0; x < grid->width; x++)
            if (outside[(size_t)y * (size_t)grid->width + (size_t)x])
                row_of(grid, 0, y)[x >> 6] |= (uint64_t)1 << (x & 63);
    raise_towers(grid, (Rows){ 0, grid->height }, 0, (grid->width - 1) >> 6);
}
