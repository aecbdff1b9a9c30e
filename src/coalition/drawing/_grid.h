/* The one primitive of every layout: the best free position for a word near a wanted point.
 *
 * The canvas is a grid of cells, one bit a cell. A word's skyline becomes a mask of bits. Beside
 * the grid itself stand "towers": grid k holds, in each row, the OR of the 2^k rows from it down.
 * Any block of rows is then the OR of two tower rows, and a few shifts of that row tell for 64
 * columns at a time where a solid block of the word would fit. That is asked first for a band of
 * positions at once, whose blocks all cover the same strip of rows; of each strip is remembered
 * how long its longest gap is, so that most need not be looked at. Then it is asked row by row
 * for a few blocks, and only what is left is compared with the whole mask. (The doubling is that
 * of sparse tables: Bender and Farach-Colton, "The LCA problem revisited", 2000, section 2;
 * applied to bit rows.)
 */
#ifndef COALITION_GRID_H
#define COALITION_GRID_H

#include <stdint.h>

#include "_profile.h"

#define TOWERS 7

/* Of 2^level rows taken together: the first and the last cell taken, and the longest run of free
 * cells between them. first > last: all are free. */
typedef struct { int32_t known, first, last, gap; } Strip;

typedef struct {
    int32_t width, height;     /* cells */
    int32_t words;             /* 64-bit words in a row, one of them spare */
    int32_t towers;            /* levels in use */
    uint64_t *tower[TOWERS];
    Strip *strip[TOWERS];      /* of rows from a multiple of 2^level on */
    uint64_t *band, *hits, *scratch;  /* a row each: what a search finds blocked in a band of
                                       * rows and in one row, and its workings */
} Grid;

typedef struct { int32_t left, top, width, height; } Block;

#define BLOCKS 5

typedef struct {
    int32_t width, height;     /* cells */
    int32_t left, top;         /* of the first cell, relative to the word's origin */
    int32_t words;             /* 64-bit words in a row */
    uint64_t *rows;
    Block block[BLOCKS];       /* solid rectangles in it: its middle, beside, below and above */
    int32_t blocks;
} Mask;

/* What makes one position better than another: first how far it makes the cloud's rectangle
 * grow beyond `reach`, then how near it is to the wanted point. Distances are measured in a
 * space where the cloud's rectangle is a square. */
typedef struct {
    int64_t across, down;      /* the rectangle's sides, in any unit */
    int64_t reach;             /* half side already covered, in units of across * down */
    int32_t want_x, want_y;    /* wanted point for the middle of the mask, in cells */
} Wish;

typedef struct { int32_t x, y; int64_t growth, distance; int found; } Spot;

int grid_create(Grid *grid, int32_t width, int32_t height, int32_t towers);
void grid_free(Grid *grid);
int mask_create(Mask *mask, const Profile *profile);
void mask_free(Mask *mask);

/* The best free position of the mask's first cell; `found` is 0 where none is left. */
Spot grid_search(const Grid *grid, const Mask *mask, const Wish *wish);

/* Takes the cells of the mask at (x, y). */
void grid_take(Grid *grid, const Mask *mask, int32_t x, int32_t y);

/* Half side that the rectangle needs to hold a box there, in the units of Wish.reach. */
int64_t growth_of(const Grid *grid, const Wish *wish, int32_t x, int32_t y, int32_t w, int32_t h);

#endif
