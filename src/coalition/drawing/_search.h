/* The one primitive of every layout: the best free position for a word near a wanted point.
 *
 * Rows of cells are looked through from the wanted one outward, and in each row the columns. The
 * grid tells where the word's blocks are free, the board whether the word fits there. Only the
 * cells within the frame are looked at; where nothing fits, the frame grows a little in the
 * canvas's proportions. What is known to have no room is not looked at again: of each row is
 * kept, for blocks of each height, how wide a block found none, and between which columns.
 */
#ifndef COALITION_SEARCH_H
#define COALITION_SEARCH_H

#include "_board.h"

#define KINDS 4
#define HEIGHTS 64    /* heights of blocks of which failures are kept */

typedef struct { int32_t width, low, high; } Failure;

/* Distances are measured in a space where the frame is a square. */
typedef struct {
    Grid *grid;
    Board *board;
    int64_t across, down;       /* the frame's sides, in any unit */
    int64_t reach;              /* side of the frame, in units of across * down */
    int32_t growth;             /* how much it grows at a time, per mille */
    int nearest;                /* else the first position found will do */
    int steady;                 /* all are wanted in one place: what did not fit never will */
    Failure *failures;
} Search;

int search_create(Search *search);
void search_free(Search *search);

/* The place of the word, near the wanted middle in cells from the grid's corner. Returns 0 where
 * the grid has no room for it. */
int search_place(Search *search, int32_t word, int32_t want_x, int32_t want_y, Spot *spot);

/* The same, but no farther away than so many cells and without growing the frame. */
int search_near(Search *search, int32_t word, int32_t want_x, int32_t want_y, int32_t cells,
                Spot *spot);

#endif
