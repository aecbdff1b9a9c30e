/* Placed words trade places, so that more that is related becomes neighbours.
 *
 * Two words of like size are picked at random; each is put where the other was, or as near to it
 * as it fits, exactly. A trade that brings less together than there was is kept below a threshold
 * that falls to 0 (Dueck and Scheuer, "Threshold Accepting", J. Comput. Phys. 90(1), 1990). No
 * word leaves the box that all take at the start.
 */
#ifndef COALITION_TRADE_H
#define COALITION_TRADE_H

#include "_board.h"
#include "_related.h"

#define MOST_TRADING 2000    /* words: each has a list of those of like size */

typedef struct {
    int32_t steps;      /* trades that are tried, for each word */
    int32_t alike;      /* per cent by which the words' boxes may differ in either side */
    int32_t seed;       /* of the numbers that pick them; not 0 */
} Trading;

/* Returns -1 where memory ran out. */
int trade_places(Board *board, int32_t count, const Related *related, int32_t related_count,
                 Trading how);

#endif
