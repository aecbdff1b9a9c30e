/* Small functions of whole numbers. */
#ifndef COALITION_NUMBERS_H
#define COALITION_NUMBERS_H

#include <stdint.h>

static inline int32_t lesser(int32_t a, int32_t b) { return a < b ? a : b; }
static inline int32_t greater(int32_t a, int32_t b) { return a > b ? a : b; }

static inline int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return greater(low, lesser(value, high));
}

/* Rounded down, also below 0; b is more than 0. */
static inline int32_t floor_div(int32_t a, int32_t b) { return a / b - (a % b < 0); }

#endif
