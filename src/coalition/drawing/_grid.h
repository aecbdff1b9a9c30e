/* Where a mask's blocks are free: a grid of cells, one bit a cell, asked for 64 columns at once.
 *
 * Beside the grid itself stand "towers": grid k holds, in each row, the OR of the 2^k rows from
 * it down. Any block of rows is then the OR of two tower rows, and a few shifts of that row tell
 * where a block is free. (The doubling is that of sparse tables: Bender and Farach-Colton, "The
 * LCA problem revisited", 2000, section 2; applied to bit rows.)
 */
#ifndef COALITION_GRID_H
#define COALITION_GRID_H

#include "_mask.h"

#define TOWERS 7

typedef struct {
    int32_t width, height;       /* cells */
    int32_t words;               /* 64-bit words in a row, one of them spare */
    int32_t towers;              /* levels in use */
    uint64_t *tower[TOWERS];
    uint64_t *hits, *scratch;    /* a row each: the answer, and what it is worked out in */
} Grid;

/* Columns of cells, both included; low > high: none. */
typedef struct { int32_t low, high; } Span;

int grid_create(Grid *grid, int32_t width, int32_t height, int32_t tallest);
void grid_free(Grid *grid);

/* Sets grid->hits, for a mask whose first row is y, in the columns of the span at which one of
 * its blocks meets a taken cell. Returns how many blocks were asked until every column was hit
 * (1: the first alone hits everywhere), or 0 where free columns are left. */
int grid_ask(const Grid *grid, const Mask *mask, int32_t y, Span span);

/* The next column from x on, up or down to the limit, that grid_ask left free; -1: none. */
int32_t grid_next_free(const Grid *grid, int32_t x, int32_t limit);
int32_t grid_last_free(const Grid *grid, int32_t x, int32_t limit);

/* Takes the cells that are at least half covered by a mask's skyline at (x, y), in columns and
 * steps from the grid's corner. */
void grid_take(Grid *grid, const Skyline *skyline, int32_t x, int32_t y);

/* Takes every cell whose byte in `outside`, row by row, is not 0. */
void grid_take_outside(Grid *grid, const uint8_t *outside);

#endif
