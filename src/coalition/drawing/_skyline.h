/* The skyline of a word: for every column, the steps its ink covers.
 *
 * A word is placed by the shape of its glyphs seen from above and from below: ascenders and
 * descenders of neighbours may interlock, while nothing is ever put inside a letter or between
 * two letters of a word, where it would hurt reading.
 *
 * All numbers are integers, so that every machine computes the same picture.
 */
#ifndef COALITION_SKYLINE_H
#define COALITION_SKYLINE_H

#include <stdint.h>

#define EM 1000          /* outline units per em */
#define PART 1024        /* fixed-point parts of a column and of a step */
#define COLUMNS 4        /* columns per cell of the grid, across */
#define STEPS 16         /* steps per cell, down */
#define NOTCH 200        /* per mille of an em: half of what is too narrow to stand in */
#define TALLEST 30000    /* steps that a skyline may span: its numbers are 16 bits wide */

/* One glyph of a word: which outline, and where its origin is (outline units, y down). */
typedef struct { int32_t outline, x, y; } Glyph;

/* One outline: its first point in the table of points, and how many; a contour's lines are
 * given as runs of points, each run closed, and begin with the point flagged as a start. */
typedef struct { int32_t first, count; } Outline;
typedef struct { int32_t x, y, start; } Point;

/* A word: its glyphs, its size in PART-ths of a cell per em, the room kept on either side of it
 * (columns) and above and below (steps), and whether it is turned by 90 degrees clockwise. */
typedef struct { int32_t first, count, size, gap_x, gap_y, turned; } Word;

/* The tables of a job, as they come in. */
typedef struct {
    const Word *words;
    const Glyph *glyphs;
    const Outline *outlines;
    const Point *points;
} Tables;

typedef struct {
    int32_t left, width;      /* the first column, relative to the word's origin; columns */
    int32_t top, height;      /* the first step, relative to the baseline; steps */
    int16_t *upper, *lower;   /* per column: first step covered and the one after the last */
} Skyline;

/* Measures a word with its gaps. Returns 0; 1 where it is wider than `most` columns or taller
 * than TALLEST; -1 where memory ran out. A word without ink has width 0. */
int skyline_measure(Skyline *skyline, const Tables *tables, const Word *word, int32_t most);

void skyline_free(Skyline *skyline);

/* The box of a word's ink in outline units, turned as the word is; all 0 where it has none. */
typedef struct { int32_t left, top, right, bottom; } InkBox;

InkBox ink_box(const Tables *tables, const Word *word, const InkBox *outlines);

/* The box of an outline; left > right: it has no ink. */
InkBox outline_box(const Tables *tables, int32_t outline);

#endif
