/* A place for a word beside those it is related to.
 *
 * Around each of the words it is most related to, the places where it would touch it are tried;
 * of those that are free, the one is best where the words it would be a neighbour of are most
 * related to it in all. Two words are neighbours where their ink boxes are at most half the
 * smaller one's height apart.
 */
#ifndef COALITION_MEET_H
#define COALITION_MEET_H

#include "_related.h"
#include "_search.h"

/* A word's relations to words that have a place: `first` is the other one. */
typedef struct { const Related *rows; int32_t count; } Relations;

/* Returns 0 where no place beside a related word is free. */
int meet_place(Search *search, int32_t word, Relations relations, int32_t most, Spot *spot);

#endif
