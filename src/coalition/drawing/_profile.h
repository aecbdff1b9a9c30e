/* The skyline of a word: for every column of cells, the rows its ink covers.
 *
 * A word is placed by the shape of its glyphs seen from above and from below: ascenders and
 * descenders of neighbours may interlock, while nothing is ever put inside a letter or between
 * two letters of a word, where it would hurt reading.
 *
 * All numbers are integers, so that every machine computes the same picture.
 */
#ifndef COALITION_PROFILE_H
#define COALITION_PROFILE_H

#include <stdint.h>

#define EM 1000          /* outline units per em */
#define CELL 1024        /* fixed-point steps per cell */

/* One glyph of a word: which outline, and where its origin is (outline units, y down). */
typedef struct { int32_t outline, x, y; } Glyph;

/* One outline: its first point in the table of points, and how many; a contour's lines are
 * given as runs of points, each run closed, and begin with the point flagged as a start. */
typedef struct { int32_t first, count; } Outline;
typedef struct { int32_t x, y, start; } Point;

/* How far an outline reaches to the left and to the right; left > right: it has no ink. */
typedef struct { int32_t left, right; } Reach;

/* The glyphs there are: an outline and its reach each, and the points of all. */
typedef struct {
    const Outline *outlines;
    const Reach *reaches;
    const Point *points;
} Glyphs;

Reach outline_reach(const Outline *outline, const Point *points);

typedef struct {
    int32_t left;            /* column of the first cell, relative to the word's origin */
    int32_t width;           /* columns */
    int32_t top, bottom;     /* rows of the whole word, relative to the baseline; bottom excluded */
    int32_t *upper, *lower;  /* per column: first row covered, and the row after the last */
} Profile;

/* Measures a word at `size` (CELL-ths of a cell per em) and widens it by `gap_x` cells on both
 * sides and `gap_y` above (a word's room below is that of the words under it). Returns 0; 1
 * where it is wider than `most` columns; -1 where memory ran out. A word without ink has
 * width 0. */
int profile_measure(Profile *profile, const Glyph *word, int32_t count, const Glyphs *glyphs,
                    int64_t size, int32_t gap_x, int32_t gap_y, int32_t most);

void profile_free(Profile *profile);

#endif
