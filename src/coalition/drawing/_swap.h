/* Which word goes where, of places that are as large: related ones near each other.
 *
 * A quadratic assignment: the sum, over all pairs of words, of how related they are times how far
 * apart their places are, neighbouring places counting as nearer than they are, is lowered by
 * swapping words whose boxes are alike; a swap that makes it worse is accepted below a threshold
 * that falls to 0 (Dueck and Scheuer, "Threshold Accepting", J. Comput. Phys. 90(1), 1990).
 */
#ifndef COALITION_SWAP_H
#define COALITION_SWAP_H

#include "_related.h"

#define MOST_SWAPPED 2000    /* words: there is a table of all pairs of them */
#define MOST_BONUS 800       /* so that sums over so many words fit into 32 bits */

/* The box of a word's ink, in any unit of which a thousand or so make up the whole. */
typedef struct { int32_t left, top, right, bottom; } Box32;

typedef struct {
    int32_t bonus;      /* what being neighbours counts, where 255 is the longest distance */
    int32_t alike;      /* per cent by which swapped boxes may differ in either side */
    int32_t steps;      /* swaps tried, for each word */
    int32_t seed;       /* of the numbers that pick them; not 0 */
} Swapping;

/* Writes for each word the place it goes to: the position of the word whose place it is now.
 * Returns -1 where memory ran out. */
int swap_words(int32_t count, const Box32 *boxes, const Related *related, int32_t related_count,
               Swapping how, int32_t *places);

#endif
