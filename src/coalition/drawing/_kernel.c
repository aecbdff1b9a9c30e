/* The compiled part of drawing: words given as glyph outlines are placed without overlap.
 *
 * Plain arrays in, plain arrays out; the Python side (placing.py) documents them. Every index
 * that comes in is checked here, once, before anything is computed from it.
 */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

#include <stdlib.h>

#include "_grid.h"

/* Bounds on what comes in; within them no sum or product below overflows. */
#define MOST_WORDS (1 << 24)
#define MOST_SIDE (1 << 16)    /* cells, of the grid and of a wanted point */
#define MOST_CELLS (1 << 28)
#define MOST_ASPECT (1 << 12)
#define MOST_GAP (1 << 12)
#define MOST_SIZE (1 << 22)    /* CELL-ths of a cell per em */
#define MOST_UNITS (1 << 24)   /* outline units */

typedef struct { int32_t first, count, size, gap_x, gap_y, want_x, want_y; } Word;

typedef struct {
    const Word *words;
    const Glyph *glyphs;
    const Outline *outlines;
    const Point *points;
    Py_ssize_t word_count, glyph_count, outline_count, point_count;
} Job;

static int is_far(int32_t value, int32_t most) { return value > most || value < -most; }

static const char *fault_in_words(const Job *job)
{
    if (job->word_count > MOST_WORDS) return "more words than can be placed: out of range";
    for (Py_ssize_t i = 0; i < job->word_count; i++) {
        const Word *word = &job->words[i];
        if (word->first < 0 || word->count < 0 || word->first > job->glyph_count - word->count)
            return "a word's glyphs lie outside the table";
        if (word->size < 1 || word->size > MOST_SIZE || word->gap_x < 0 || word->gap_y < 0
            || word->gap_x > MOST_GAP || word->gap_y > MOST_GAP)
            return "a word's size or gap is out of range";
        if (is_far(word->want_x, MOST_SIDE) || is_far(word->want_y, MOST_SIDE))
            return "a word's wanted point is out of range";
    }
    return NULL;
}

static const char *fault_in_glyphs(const Job *job)
{
    for (Py_ssize_t i = 0; i < job->glyph_count; i++) {
        if (job->glyphs[i].outline < 0 || job->glyphs[i].outline >= job->outline_count)
            return "a glyph's outline lies outside the table";
        if (is_far(job->glyphs[i].x, MOST_UNITS) || is_far(job->glyphs[i].y, MOST_UNITS))
            return "a glyph's place is out of range";
    }
    for (Py_ssize_t i = 0; i < job->outline_count; i++) {
        const Outline *outline = &job->outlines[i];
        if (outline->first < 0 || outline->count < 0
            || outline->first > job->point_count - outline->count)
            return "an outline's points lie outside the table";
    }
    for (Py_ssize_t i = 0; i < job->point_count; i++)
        if (is_far(job->points[i].x, MOST_UNITS) || is_far(job->points[i].y, MOST_UNITS))
            return "a point is out of range";
    return NULL;
}

enum { DONE = 0, NO_ROOM = 1, NO_MEMORY = 2 };

/* A word that is larger than the grid finds no room in it: its mask need not even be made. */
static int measure_word(const Job *job, const Glyphs *glyphs, const Word *word,
                        int32_t width, int32_t height, Mask *mask)
{
    Profile profile;
    int result = profile_measure(&profile, job->glyphs + word->first, word->count, glyphs,
                                 word->size, word->gap_x, word->gap_y, width);
    if (result < 0) return NO_MEMORY;
    if (result > 0) return NO_ROOM;
    if (profile.width > 0) {
        if (profile.bottom - profile.top > height) result = NO_ROOM;
        else if (mask_create(mask, &profile)) result = NO_MEMORY;
    }
    profile_free(&profile);
    return result;
}

static int measure(const Job *job, int32_t width, int32_t height, Mask *masks)
{
    int result = DONE;
    Reach *reaches = malloc(sizeof(Reach) * ((size_t)job->outline_count + 1));
    if (!reaches) return NO_MEMORY;
    for (Py_ssize_t i = 0; i < job->outline_count; i++)
        reaches[i] = outline_reach(&job->outlines[i], job->points);
    Glyphs glyphs = { job->outlines, reaches, job->points };
    for (Py_ssize_t i = 0; i < job->word_count && result == DONE; i++)
        result = measure_word(job, &glyphs, &job->words[i], width, height, &masks[i]);
    free(reaches);
    return result;
}

static int place_all(const Job *job, const Mask *masks, Grid *grid, Wish *wish, int32_t *places)
{
    for (Py_ssize_t i = 0; i < job->word_count; i++) {
        if (!masks[i].rows) continue;  /* no ink: it is anywhere */
        wish->want_x = grid->width / 2 + job->words[i].want_x;
        wish->want_y = grid->height / 2 + job->words[i].want_y;
        Spot spot = grid_search(grid, &masks[i], wish);
        if (!spot.found) return NO_ROOM;
        grid_take(grid, &masks[i], spot.x, spot.y);
        if (spot.growth > wish->reach) wish->reach = spot.growth;
        places[2 * i] = spot.x - masks[i].left - grid->width / 2;
        places[2 * i + 1] = spot.y - masks[i].top - grid->height / 2;
    }
    return DONE;
}

static int32_t towers_for(const Mask *masks, Py_ssize_t count)
{
    int32_t tallest = 1, towers = 1;
    for (Py_ssize_t i = 0; i < count; i++)
        if (masks[i].blocks > 0 && masks[i].block[0].height > tallest)
            tallest = masks[i].block[0].height;
    while (towers < TOWERS && (1 << towers) <= tallest) towers++;
    return towers;
}

static int run(const Job *job, int32_t width, int32_t height, Wish wish, int32_t *places)
{
    Grid grid;
    Mask *masks = calloc((size_t)job->word_count + 1, sizeof(Mask));
    if (!masks) return NO_MEMORY;
    int result = measure(job, width, height, masks);
    if (result == DONE) {
        if (grid_create(&grid, width, height, towers_for(masks, job->word_count))) {
            result = NO_MEMORY;
        } else {
            result = place_all(job, masks, &grid, &wish, places);
            grid_free(&grid);
        }
    }
    for (Py_ssize_t i = 0; i < job->word_count; i++) mask_free(&masks[i]);
    free(masks);
    return result;
}

/* The rows of a table and how many there are; NULL, with an error set, where it is none. */
static const void *table(PyObject *object, size_t row, Py_ssize_t *count)
{
    char *bytes;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(object, &bytes, &size)) return NULL;
    if ((size_t)size % row) {
        PyErr_SetString(PyExc_ValueError, "a table's length is no multiple of its rows' length");
        return NULL;
    }
    *count = (Py_ssize_t)((size_t)size / row);
    return bytes;
}

static const char *fault_in_grid(int width, int height, int across, int down)
{
    if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE
        || (int64_t)width * height > MOST_CELLS)
        return "the grid is out of range";
    if (across < 1 || down < 1 || across > MOST_ASPECT || down > MOST_ASPECT)
        return "the grid's proportion is out of range";
    return NULL;
}

static PyObject *kernel_place(PyObject *self, PyObject *args)
{
    PyObject *words, *glyphs, *outlines, *points;
    int width, height, across, down, covered = 0;
    Job job;
    (void)self;
    if (!PyArg_ParseTuple(args, "OOOOiiii|i:place", &words, &glyphs, &outlines, &points,
                          &width, &height, &across, &down, &covered))
        return NULL;
    if (!(job.words = table(words, sizeof(Word), &job.word_count))
        || !(job.glyphs = table(glyphs, sizeof(Glyph), &job.glyph_count))
        || !(job.outlines = table(outlines, sizeof(Outline), &job.outline_count))
        || !(job.points = table(points, sizeof(Point), &job.point_count)))
        return NULL;
    const char *fault = fault_in_words(&job);
    if (!fault) fault = fault_in_glyphs(&job);
    if (!fault) fault = fault_in_grid(width, height, across, down);
    if (!fault && (covered < 0 || covered > MOST_SIDE)) fault = "the covered width is out of range";
    if (fault) { PyErr_SetString(PyExc_ValueError, fault); return NULL; }

    Py_ssize_t size = job.word_count * 2 * (Py_ssize_t)sizeof(int32_t);
    PyObject *result = PyBytes_FromStringAndSize(NULL, size);
    if (!result) return NULL;
    int32_t *places = (int32_t *)PyBytes_AsString(result);
    for (Py_ssize_t i = 0; i < job.word_count * 2; i++) places[i] = 0;
    int outcome;
    Wish wish = { across, down, (int64_t)covered * down, 0, 0 };
    Py_BEGIN_ALLOW_THREADS
    outcome = run(&job, width, height, wish, places);
    Py_END_ALLOW_THREADS
    if (outcome == DONE) return result;
    Py_DECREF(result);
    if (outcome == NO_MEMORY) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    { "place", kernel_place, METH_VARARGS,
      "place(words, glyphs, outlines, points, width, height, across, down, covered=0)"
      " -> bytes or None" },
    { NULL, NULL, 0, NULL },
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_kernel", "The compiled part of drawing; see placing.py.", 0,
    methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModuleDef_Init(&module); }
