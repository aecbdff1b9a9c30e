/* Which words are neighbours: those whose boxes of ink are at most half the smaller one's height
 * apart (realised adjacencies: Barth, Kobourov and Pupyrev, "Experimental Comparison of Semantic
 * Word Clouds", SEA 2014, section 2, but for the legible gap).
 */
#ifndef COALITION_NEAR_H
#define COALITION_NEAR_H

#include "_board.h"
#include "_related.h"

/* A box of ink, in steps both ways, from the grid's corner. */
typedef struct { int32_t left, top, right, bottom; } Ink;

/* The ink of a word if it were there. */
Ink near_ink(const Board *board, int32_t word, Spot spot);

int near_neighbours(Ink a, Ink b);

/* The sum of the values of the relations whose words are neighbours. */
int64_t near_together(const Ink *inks, const Related *related, int32_t related_count);

#endif
