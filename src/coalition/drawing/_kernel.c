/* The compiled part of drawing: words given as glyph outlines are placed without overlap.
 *
 * Plain arrays in, plain arrays out; _kernel.pyi documents them. Every index that
 * comes in is checked here, once, before anything is computed from it.
 */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

#include <stdlib.h>

#include "_meet.h"
#include "_near.h"
#include "_pen.h"
#include "_trade.h"

/* Bounds on what comes in; within them no sum or product below overflows. */
#define MOST_WORDS (1 << 24)
#define MOST_SIDE (1 << 16)    /* cells, of the grid and of a wanted point */
#define MOST_CELLS (1 << 28)
#define MOST_ASPECT (1 << 12)
#define MOST_GAP (1 << 14)
#define MOST_SIZE (1 << 21)    /* PART-ths of a cell per em */
#define MOST_UNITS (1 << 24)   /* outline units */
#define MOST_LEADING (1 << 14) /* outline units */
#define MOST_MILLE 10000
#define NUDGE 2                /* cells */

#define SHEET "coalition.drawing._kernel.sheet"

enum { DONE = 0, NO_ROOM = 1, NO_MEMORY = 2 };

/* Measured words, to be placed as often as wanted. */
typedef struct { Mask *masks; int32_t count, tallest; int result; double area; } Sheet;

static void sheet_free(Sheet *sheet)
{
    if (!sheet) return;
    if (sheet->masks)
        for (int32_t i = 0; i < sheet->count; i++) mask_free(&sheet->masks[i]);
    free(sheet->masks);
    free(sheet);
}

static void sheet_end(PyObject *capsule) { sheet_free(PyCapsule_GetPointer(capsule, SHEET)); }

/* A word larger than any grid has no room: the others need not be measured. */
static int measure(Sheet *sheet, const Tables *tables, const int32_t *seconds)
{
    for (int32_t i = 0; i < sheet->count; i++) {
        Mask *mask = &sheet->masks[i];
        int result = mask_create(mask, tables, &tables->words[i], seconds ? seconds[i] : 0,
                                 MOST_SIDE * COLUMNS);
        if (result) return result < 0 ? NO_MEMORY : NO_ROOM;
        for (int32_t k = 0; k < mask->skyline.width; k++)
            sheet->area += mask->skyline.lower[k] - mask->skyline.upper[k];
        if (mask->blocks && mask->block[0].height > sheet->tallest)
            sheet->tallest = mask->block[0].height;
    }
    return DONE;
}

/* -- what comes in ---------------------------------------------------------------------------- */

typedef struct { Py_ssize_t words, glyphs, outlines, points; } Counts;

static int is_far(int32_t value, int32_t most) { return value > most || value < -most; }

static const char *fault_in_words(const Tables *tables, const Counts *counts)
{
    if (counts->words > MOST_WORDS) return "more words than can be placed: out of range";
    for (Py_ssize_t i = 0; i < counts->words; i++) {
        const Word *word = &tables->words[i];
        if (word->first < 0 || word->count < 0 || word->first > counts->glyphs - word->count)
            return "a word's glyphs lie outside the table";
        if (word->size < 1 || word->size > MOST_SIZE || word->gap_x < 0 || word->gap_y < 0
            || word->gap_x > MOST_GAP || word->gap_y > MOST_GAP)
            return "a word's size or gap is out of range";
    }
    return NULL;
}

static const char *fault_in_glyphs(const Tables *tables, const Counts *counts)
{
    if (counts->outlines > MOST_WORDS) return "more outlines than can be measured: out of range";
    for (Py_ssize_t i = 0; i < counts->glyphs; i++) {
        const Glyph *glyph = &tables->glyphs[i];
        if (glyph->outline < 0 || glyph->outline >= counts->outlines)
            return "a glyph's outline lies outside the table";
        if (is_far(glyph->x, MOST_UNITS) || is_far(glyph->y, MOST_UNITS))
            return "a glyph's place is out of range";
    }
    for (Py_ssize_t i = 0; i < counts->outlines; i++) {
        const Outline *outline = &tables->outlines[i];
        if (outline->first < 0 || outline->count < 0
            || outline->first > counts->points - outline->count)
            return "an outline's points lie outside the table";
    }
    for (Py_ssize_t i = 0; i < counts->points; i++)
        if (is_far(tables->points[i].x, MOST_UNITS) || is_far(tables->points[i].y, MOST_UNITS))
            return "a point is out of range";
    return NULL;
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

static PyObject *refuse(const char *fault)
{
    PyErr_SetString(PyExc_ValueError, fault);
    return NULL;
}

/* Fills the tables from a call's first four arguments; returns 0, with an error set, where they
 * do not fit together. */
static int take_tables(PyObject *const *given, Tables *tables, Counts *counts)
{
    if (!(tables->words = table(given[0], sizeof(Word), &counts->words))
        || !(tables->glyphs = table(given[1], sizeof(Glyph), &counts->glyphs))
        || !(tables->outlines = table(given[2], sizeof(Outline), &counts->outlines))
        || !(tables->points = table(given[3], sizeof(Point), &counts->points)))
        return 0;
    const char *fault = fault_in_words(tables, counts);
    if (!fault) fault = fault_in_glyphs(tables, counts);
    if (fault) refuse(fault);
    return !fault;
}

/* A number for each word, or none at all. */
static const char *fault_in_seconds(const int32_t *seconds, Py_ssize_t count, Py_ssize_t words)
{
    if (count && count != words) return "the second lines are not one number for each word";
    for (Py_ssize_t i = 0; i < count; i++)
        if (seconds[i] < 0 || seconds[i] > MOST_LEADING) return "a second line is out of range";
    return NULL;
}

static PyObject *kernel_measure(PyObject *self, PyObject *args)
{
    PyObject *given[4], *lines = NULL;
    const int32_t *seconds = NULL;
    Py_ssize_t second_count = 0;
    Tables tables;
    Counts counts;
    (void)self;
    if (!PyArg_ParseTuple(args, "OOOO|O:measure", &given[0], &given[1], &given[2], &given[3],
                          &lines)
        || !take_tables(given, &tables, &counts)
        || (lines && !(seconds = table(lines, sizeof(int32_t), &second_count)))) return NULL;
    const char *fault = fault_in_seconds(seconds, second_count, counts.words);
    if (fault) return refuse(fault);
    if (!second_count) seconds = NULL;
    Sheet *sheet = calloc(1, sizeof(Sheet));
    if (!sheet) return PyErr_NoMemory();
    sheet->count = (int32_t)counts.words;
    sheet->tallest = 1;
    sheet->masks = calloc((size_t)counts.words + 1, sizeof(Mask));
    Py_BEGIN_ALLOW_THREADS
    sheet->result = sheet->masks ? measure(sheet, &tables, seconds) : NO_MEMORY;
    Py_END_ALLOW_THREADS
    PyObject *capsule = sheet->result == NO_MEMORY ? PyErr_NoMemory()
                                                   : PyCapsule_New(sheet, SHEET, sheet_end);
    if (!capsule) { sheet_free(sheet); return NULL; }
    return Py_BuildValue("(Nd)", capsule, sheet->area / (COLUMNS * STEPS));
}

static PyObject *kernel_inks(PyObject *self, PyObject *args)
{
    PyObject *given[4];
    Tables tables;
    Counts counts;
    (void)self;
    if (!PyArg_ParseTuple(args, "OOOO:inks", &given[0], &given[1], &given[2], &given[3])
        || !take_tables(given, &tables, &counts)) return NULL;
    InkBox *outlines = malloc(sizeof(InkBox) * ((size_t)counts.outlines + 1));
    if (!outlines) return PyErr_NoMemory();
    for (int32_t i = 0; i < counts.outlines; i++) outlines[i] = outline_box(&tables, i);
    PyObject *boxes = PyBytes_FromStringAndSize(NULL, counts.words * (Py_ssize_t)sizeof(InkBox));
    for (int32_t i = 0; boxes && i < counts.words; i++)
        ((InkBox *)PyBytes_AsString(boxes))[i] = ink_box(&tables, &tables.words[i], outlines);
    free(outlines);
    return boxes;
}

/* -- placing ---------------------------------------------------------------------------------- */

/* How the words of a sheet are to be placed. wants: a point each, in cells from the grid's
 * middle; pins: a place each, whether there is one, where the word's origin is there, in columns
 * and steps from the grid's middle, and how many words go before it if it cannot stand there.
 * Either may be NULL, and then is nothing special. partners: beside how many of the words it is
 * related to a word is tried first. */
typedef struct { int32_t x, y; } Want;
typedef struct { int32_t given, x, y, until; } Pin;
typedef struct {
    const Want *wants;
    const Pin *pins;
    const uint8_t *outside;
    const Related *related;      /* in the order of the later word */
    int32_t related_count;
    int partners;
    Trading trading;
    int width, height, across, down, covered, growth, phrase, nearest;
} Job;

/* The rows of the table in which a word is the later one; `next` is the first row that is not an
 * earlier word's. */
static Relations relations_of(const Job *job, int32_t i, int32_t *next)
{
    if (!job->related) return (Relations){ NULL, 0 };
    while (*next < job->related_count && job->related[*next].second < i) (*next)++;
    Relations relations = { job->related + *next, 0 };
    while (*next < job->related_count && job->related[*next].second == i) {
        relations.count++;
        (*next)++;
    }
    return relations;
}

/* Where the word is pinned, or within NUDGE cells of there: a place from outside was rounded. */
static int find_pinned(Search *search, const Job *job, int32_t i, Spot *spot)
{
    const Mask *mask = &search->board->masks[i];
    *spot = (Spot){ job->pins[i].x + mask->skyline.left + job->width / 2 * COLUMNS,
                    job->pins[i].y + mask->skyline.top + job->height / 2 * STEPS };
    if (board_allows(search->board, i, *spot)) return 1;
    int32_t x = spot->x + mask->skyline.width / 2, y = spot->y + mask->skyline.height / 2;
    if (x < 0 || y < 0 || x > job->width * COLUMNS || y > job->height * STEPS) return 0;
    return search_near(search, i, x / COLUMNS, y / STEPS, NUDGE, spot);
}

static int find_spot(Search *search, const Job *job, int32_t i, int32_t *next, Spot *spot)
{
    Want want = job->wants ? job->wants[i] : (Want){ 0, 0 };
    Relations relations = relations_of(job, i, next);
    if (job->partners && meet_place(search, i, relations, job->partners, spot)) return 1;
    return search_place(search, i, job->width / 2 + want.x, job->height / 2 + want.y, spot);
}

static int put(Search *search, int32_t i, Spot spot)
{
    if (board_put(search->board, i, spot)) return NO_MEMORY;
    grid_take(search->grid, &search->board->masks[i].skyline, spot.x, spot.y);
    return DONE;
}

static int put_in_turn(Search *search, const Sheet *sheet, const Job *job)
{
    int32_t next = 0;
    for (int32_t i = 0; i < sheet->count; i++) {
        Spot spot;
        if (!sheet->masks[i].blocks) continue;  /* no ink: it is anywhere */
        if (!find_spot(search, job, i, &next, &spot)) return NO_ROOM;
        if (put(search, i, spot)) return NO_MEMORY;
    }
    return DONE;
}

/* Puts those of the words before `end` that wait until `turn` or less. */
static int put_late(Search *search, const Job *job, int32_t turn, int32_t end, uint8_t *late)
{
    for (int32_t i = 0; i < end; i++) {
        Spot spot;
        int32_t next = job->related_count;
        if (!late[i] || job->pins[i].until > turn) continue;
        if (!find_spot(search, job, i, &next, &spot)) return NO_ROOM;
        if (put(search, i, spot)) return NO_MEMORY;
        late[i] = 0;
    }
    return DONE;
}

/* Pinned words in turn; those that are not, or cannot stand where they are, when others are
 * through. `late` has a byte for each word. */
static int put_pinned(Search *search, const Sheet *sheet, const Job *job, uint8_t *late)
{
    int result = DONE;
    for (int32_t i = 0; i < sheet->count; i++) {
        Spot spot;
        if (!sheet->masks[i].blocks) continue;
        result = put_late(search, job, i, i, late);
        if (result != DONE) return result;
        if (!job->pins[i].given || !find_pinned(search, job, i, &spot)) late[i] = 1;
        else if (put(search, i, spot)) return NO_MEMORY;
    }
    return put_late(search, job, INT32_MAX, sheet->count, late);
}

static int put_all(Search *search, const Sheet *sheet, const Job *job)
{
    if (!job->pins) return put_in_turn(search, sheet, job);
    uint8_t *late = calloc((size_t)sheet->count + 1, 1);
    int result = late ? put_pinned(search, sheet, job, late) : NO_MEMORY;
    free(late);
    return result;
}

static int place_all(Search *search, const Sheet *sheet, const Job *job, int32_t *places)
{
    int result = put_all(search, sheet, job);
    if (result == DONE && job->trading.steps
        && trade_places(search->board, sheet->count, job->related, job->related_count,
                        job->trading))
        result = NO_MEMORY;
    for (int32_t i = 0; result == DONE && i < sheet->count; i++) {
        const Skyline *skyline = &sheet->masks[i].skyline;
        Spot spot = search->board->spots[i];
        if (!sheet->masks[i].blocks) continue;
        places[2 * i] = spot.x - skyline->left - job->width / 2 * COLUMNS;
        places[2 * i + 1] = spot.y - skyline->top - job->height / 2 * STEPS;
    }
    return result;
}

static int place_on_board(Grid *grid, Board *board, const Sheet *sheet, const Job *job,
                          int32_t *places)
{
    Search search = { .grid = grid, .board = board, .across = job->across, .down = job->down,
                      .reach = (int64_t)job->covered * job->down, .growth = job->growth,
                      .nearest = job->nearest,
                      .steady = !job->wants && !job->pins && !job->partners };
    board->outside = job->outside;
    board->phrase = job->phrase;
    if (job->outside) grid_take_outside(grid, job->outside);
    if (search_create(&search)) return NO_MEMORY;
    int result = place_all(&search, sheet, job, places);
    search_free(&search);
    return result;
}

static int run(const Sheet *sheet, const Job *job, int32_t *places)
{
    Grid grid;
    Board board;
    if (sheet->result != DONE) return sheet->result;
    if (grid_create(&grid, job->width, job->height, sheet->tallest)) return NO_MEMORY;
    int result = NO_MEMORY;
    if (!board_create(&board, sheet->masks, sheet->count, job->width, job->height)) {
        result = place_on_board(&grid, &board, sheet, job, places);
        board_free(&board);
    }
    grid_free(&grid);
    return result;
}

static const char *fault_in_job(const Job *job)
{
    if (job->width < 1 || job->height < 1 || job->width > MOST_SIDE || job->height > MOST_SIDE
        || (int64_t)job->width * job->height > MOST_CELLS)
        return "the grid is out of range";
    if (job->across < 1 || job->down < 1 || job->across > MOST_ASPECT || job->down > MOST_ASPECT)
        return "the grid's proportion is out of range";
    if (job->covered < 0 || job->covered > MOST_SIDE) return "the covered width is out of range";
    if (job->growth < 0 || job->growth > MOST_MILLE || job->phrase < 0 || job->phrase > MOST_MILLE)
        return "the growth or the gap of a phrase is out of range";
    return NULL;
}

/* A table with a row for each word, or none at all. */
static const char *fault_in_points(const int32_t *numbers, Py_ssize_t rows, int columns,
                                   Py_ssize_t words, int32_t most)
{
    if (rows != words) return "a table of points has not a row for each word";
    for (Py_ssize_t i = 0; i < rows * columns; i++)
        if (is_far(numbers[i], most)) return "a wanted point is out of range";
    return NULL;
}

static const char *fault_in_related(const Related *related, Py_ssize_t count, Py_ssize_t words)
{
    if (count > MOST_WORDS) return "more relations than can be used: out of range";
    for (Py_ssize_t i = 0; i < count; i++) {
        if (related[i].first < 0 || related[i].second >= words
            || related[i].first >= related[i].second)
            return "a relation's words lie outside the table or are not in order";
        if (i > 0 && related[i].second < related[i - 1].second)
            return "relations are not in the order of their later word";
        if (related[i].value < 0 || related[i].value > WHOLE)
            return "a relation's value is out of range";
    }
    return NULL;
}

static const char *fault_in_trading(Trading how, int32_t words)
{
    if (how.steps < 0 || how.steps > MOST_MILLE || how.alike < 0 || how.alike > MOST_MILLE
        || how.seed < 1) return "how words trade places is out of range";
    if (how.steps && words > MOST_TRADING) return "more words than can trade places: out of range";
    return NULL;
}

static const char *fault_in_boxes(const Ink *boxes, Py_ssize_t count)
{
    for (Py_ssize_t i = 0; i < count; i++) {
        const Ink *box = &boxes[i];
        if (is_far(box->left, MOST_UNITS) || is_far(box->top, MOST_UNITS)
            || is_far(box->right, MOST_UNITS) || is_far(box->bottom, MOST_UNITS)
            || box->left > box->right || box->top > box->bottom)
            return "a box is out of range";
    }
    return NULL;
}

static PyObject *kernel_together(PyObject *self, PyObject *args)
{
    PyObject *table_of_boxes, *table_of_related;
    Py_ssize_t count, related_count;
    (void)self;
    if (!PyArg_ParseTuple(args, "OO:together", &table_of_boxes, &table_of_related)) return NULL;
    const Ink *boxes = table(table_of_boxes, sizeof(Ink), &count);
    const Related *related = !boxes ? NULL
        : table(table_of_related, sizeof(Related), &related_count);
    if (!related) return NULL;
    const char *fault = fault_in_boxes(boxes, count);
    if (!fault) fault = fault_in_related(related, related_count, count);
    if (fault) return refuse(fault);
    return PyLong_FromLongLong(near_together(boxes, related, (int32_t)related_count));
}

static PyObject *place(const Sheet *sheet, const Job *job)
{
    PyObject *result = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)sheet->count * 2
                                                       * (Py_ssize_t)sizeof(int32_t));
    if (!result) return NULL;
    int32_t *places = (int32_t *)PyBytes_AsString(result);
    for (int32_t i = 0; i < sheet->count * 2; i++) places[i] = 0;
    int outcome;
    Py_BEGIN_ALLOW_THREADS
    outcome = run(sheet, job, places);
    Py_END_ALLOW_THREADS
    if (outcome == DONE) return result;
    Py_DECREF(result);
    if (outcome == NO_MEMORY) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

static PyObject *kernel_place(PyObject *self, PyObject *args)
{
    PyObject *capsule, *wants, *pins, *outside, *related = NULL;
    Py_ssize_t want_count, pin_count, cell_count, related_count = 0;
    Job job = { .trading = { .seed = 1 } };
    (void)self;
    if (!PyArg_ParseTuple(args, "OOOOiiiiiiii|Oiiii:place", &capsule, &wants, &pins, &outside,
                          &job.width, &job.height, &job.across, &job.down, &job.covered,
                          &job.growth, &job.phrase, &job.nearest, &related, &job.partners,
                          &job.trading.steps, &job.trading.alike, &job.trading.seed))
        return NULL;
    const Sheet *sheet = PyCapsule_GetPointer(capsule, SHEET);
    if (!sheet || !(job.wants = table(wants, sizeof(Want), &want_count))
        || !(job.pins = table(pins, sizeof(Pin), &pin_count))
        || !(job.outside = table(outside, 1, &cell_count))
        || (related && !(job.related = table(related, sizeof(Related), &related_count))))
        return NULL;
    const char *fault = fault_in_job(&job);
    if (!fault && want_count)
        fault = fault_in_points(&job.wants->x, want_count, 2, sheet->count, MOST_SIDE);
    if (!fault && pin_count)
        fault = fault_in_points(&job.pins->given, pin_count, 4, sheet->count, MOST_SIDE * STEPS);
    if (!fault && cell_count && cell_count != (Py_ssize_t)job.width * job.height)
        fault = "the shape has not a byte for each cell of the grid";
    if (!fault) fault = fault_in_related(job.related, related_count, sheet->count);
    if (!fault && job.partners < 0) fault = "the number of partners is out of range";
    if (!fault) fault = fault_in_trading(job.trading, sheet->count);
    if (!fault && pin_count && (job.partners || job.trading.steps))
        fault = "pinned words have no partners and do not trade places: out of range";
    if (fault) return refuse(fault);
    job.related_count = (int32_t)related_count;
    if (!want_count) job.wants = NULL;
    if (!pin_count) job.pins = NULL;
    if (!cell_count) job.outside = NULL;
    return place(sheet, &job);
}

static PyMethodDef methods[] = {
    { "measure", kernel_measure, METH_VARARGS,
      "measure(words, glyphs, outlines, points, seconds=b'') -> (sheet, area)" },
    { "inks", kernel_inks, METH_VARARGS, "inks(words, glyphs, outlines, points) -> bytes" },
    { "place", kernel_place, METH_VARARGS,
      "place(sheet, wants, pins, outside, width, height, across, down, covered, growth, phrase,"
      " nearest, related=b'', partners=0, trades=0, alike=0, seed=1) -> bytes or None" },
    { "together", kernel_together, METH_VARARGS, "together(boxes, related) -> int" },
    { "pen", pen_new, METH_NOARGS,
      "pen() -> (pen, move_to, line_to, quadratic_to, cubic_to, close_path)" },
    { "pen_ink", pen_ink, METH_O, "pen_ink(pen) -> (x, y, path, points)" },
    { NULL, NULL, 0, NULL },
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_kernel", "The compiled part of drawing; see _kernel.pyi.", 0,
    methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModuleDef_Init(&module); }
