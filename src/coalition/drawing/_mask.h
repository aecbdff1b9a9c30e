/* What the grid is asked of a word: a few solid blocks in it, in whole cells.
 *
 * The grid is coarse, so it only tells where the word may fit; the skyline decides. A block of
 * the grid's answer is rounded, neither up nor down: the word may still move by a part of a cell.
 */
#ifndef COALITION_MASK_H
#define COALITION_MASK_H

#include "_skyline.h"

typedef struct { int32_t x, y, width, height; } Block;

#define BLOCKS 5

typedef struct {
    Skyline skyline;
    int32_t em;                 /* steps per em */
    int32_t turned;             /* whether it reads downward */
    int32_t second;             /* steps from its baseline to that of its second line, if any */
    int32_t gap_x, gap_y;       /* columns and steps of the skyline's box that are no ink */
    int32_t width, height;      /* of the skyline's box, in cells */
    int32_t core, core_end;     /* steps from its top: the rows that its letters share */
    Block block[BLOCKS];        /* its middle, beside it, below and above; in cells */
    int32_t blocks;             /* none: it has no ink */
    int32_t kind;               /* 0 to 3: by whether it reaches above and below its middle */
} Mask;

/* As skyline_measure. `second`: from the baseline to that of a second line, in outline units; 0
 * where there is none. */
int mask_create(Mask *mask, const Tables *tables, const Word *word, int32_t second, int32_t most);
void mask_free(Mask *mask);

#endif
