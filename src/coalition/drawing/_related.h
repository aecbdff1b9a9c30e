/* How related two words are: a row of a table of relations. */
#ifndef COALITION_RELATED_H
#define COALITION_RELATED_H

#include <stdint.h>

#define WHOLE 10000    /* a value of 1 */

/* Two words, the one that is placed later last, and 0 to WHOLE. */
typedef struct { int32_t first, second, value; } Related;

#endif
