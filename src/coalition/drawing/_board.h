/* The words that have a place, and whether another fits among them: by skylines, exactly.
 *
 * A word asked for at a cell may move from it by less than a cell, to where it touches its
 * neighbours: across as far as words beside it allow, then down as far as those above and below
 * it do, each time towards the wanted point. (Packing by contact of skylines, as in the
 * bottom-left heuristics: Baker, Coffman and Rivest, "Orthogonal Packings in Two Dimensions",
 * SIAM J. Comput. 9(4), 1980.)
 *
 * Two tags that stand on one line and are of like size would be read as one phrase: between such
 * two more room is kept than their gaps. The line may be the second one of a tag that has two; for
 * two turned tags it runs downward.
 */
#ifndef COALITION_BOARD_H
#define COALITION_BOARD_H

#include "_grid.h"

/* In columns and steps, of a skyline's corner from the grid's. */
typedef struct { int32_t x, y; } Spot;

typedef struct { int32_t word, next; } Link;

typedef struct {
    const Mask *masks;
    Spot *spots;
    const uint8_t *outside;      /* NULL, or not 0 for each cell that no word may touch */
    int32_t width, height;       /* of the grid, in cells */
    int32_t phrase;              /* per mille of an em kept between two words of one line */
    int32_t across, down;        /* buckets: each lists the words that reach into it */
    int32_t *heads;
    Link *links;
    int32_t link_count, link_room, unused;    /* unused: the first of those taken off again */
    uint32_t *seen, turn;        /* in which question a word was listed last */
    int32_t *near;               /* the words listed, and */
    uint8_t *beside;             /* whether each stands beside the word in question */
    int32_t near_count;
} Board;

int board_create(Board *board, const Mask *masks, int32_t count, int32_t width, int32_t height);
void board_free(Board *board);

/* What is asked of the board: a word within a cell of (x, y), near the wanted middle, all in
 * cells. What it answers: where the word fits; or, where it does not, the next cells to the left
 * and to the right that are worth asking for. */
typedef struct {
    int32_t word, x, y, want_x, want_y;
    Spot spot;
    int32_t left, right;
} Ask;

/* Returns whether the word fits. */
int board_fits(Board *board, Ask *ask);

/* Whether the word may stand just there; a column and two steps less room than asked for are
 * forgiven, since a place that comes from outside was rounded. */
int board_allows(Board *board, int32_t word, Spot spot);

/* Returns -1 where memory ran out. */
int board_put(Board *board, int32_t word, Spot spot);

/* Takes a word off again; its spot stays known. */
void board_take(Board *board, int32_t word);

#endif
