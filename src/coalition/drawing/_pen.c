#include "_pen.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "_skyline.h"

#define FAR (1 << 25)         /* outline units: more than are taken */
#define LONGEST_COMMAND 80    /* characters: a letter, six numbers of up to eleven, a space each */

typedef struct {
    Point *points;
    char *path;
    size_t point_count, point_room, length, room;
    int32_t x, y, start_x, start_y, first_x, first_y;
    int begun, failed;
} Pen;

static int reserve(void **memory, size_t *room, size_t wanted, size_t size)
{
    if (wanted <= *room) return 0;
    size_t larger = wanted * 2 + 256;
    void *moved = realloc(*memory, larger * size);
    if (!moved) return -1;
    *memory = moved;
    *room = larger;
    return 0;
}

/* Beyond FAR a point is out of range for measuring; here it only must not overflow. */
static int32_t rounded(float value)
{
    return value > -FAR && value < FAR ? (int32_t)lrintf(value) : FAR;
}

static void add_point(Pen *pen, int32_t x, int32_t y, int32_t start)
{
    if (reserve((void **)&pen->points, &pen->point_room, pen->point_count + 1, sizeof(Point))) {
        pen->failed = 1;
        return;
    }
    pen->points[pen->point_count++] = (Point){ x, y, start };
}

/* One command of the path, its numbers relative to the pen's place. */
static void add_command(Pen *pen, char letter, const int32_t *numbers, int count)
{
    if (reserve((void **)&pen->path, &pen->room, pen->length + LONGEST_COMMAND, 1)) {
        pen->failed = 1;
        return;
    }
    pen->path[pen->length++] = letter;
    for (int i = 0; i < count; i++)
        pen->length += (size_t)snprintf(pen->path + pen->length, 13, i ? " %d" : "%d", numbers[i]);
}

static void go_to(Pen *pen, int32_t x, int32_t y)
{
    pen->x = x;
    pen->y = y;
    add_point(pen, x, y, 0);
}

static void move_to(void *funcs, void *data, void *state, float to_x, float to_y, void *user)
{
    Pen *pen = data;
    int32_t x = rounded(to_x), y = -rounded(to_y), by[] = { x - pen->start_x, y - pen->start_y };
    (void)funcs; (void)state; (void)user;
    if (pen->begun) add_command(pen, 'm', by, 2);
    else { pen->first_x = x; pen->first_y = y; pen->begun = 1; }
    pen->x = pen->start_x = x;
    pen->y = pen->start_y = y;
    add_point(pen, x, y, 1);
}

static void line_to(void *funcs, void *data, void *state, float to_x, float to_y, void *user)
{
    Pen *pen = data;
    int32_t x = rounded(to_x), y = -rounded(to_y), by[] = { x - pen->x, y - pen->y };
    (void)funcs; (void)state; (void)user;
    add_command(pen, 'l', by, 2);
    go_to(pen, x, y);
}

static void quadratic_to(void *funcs, void *data, void *state, float control_x, float control_y,
                         float to_x, float to_y, void *user)
{
    Pen *pen = data;
    int32_t x1 = rounded(control_x), y1 = -rounded(control_y);
    int32_t x = rounded(to_x), y = -rounded(to_y);
    int32_t by[] = { x1 - pen->x, y1 - pen->y, x - pen->x, y - pen->y };
    (void)funcs; (void)state; (void)user;
    add_command(pen, 'q', by, 4);
    add_point(pen, (pen->x + 2 * x1 + x) >> 2, (pen->y + 2 * y1 + y) >> 2, 0);
    go_to(pen, x, y);
}

static void cubic_to(void *funcs, void *data, void *state, float a_x, float a_y, float b_x,
                     float b_y, float to_x, float to_y, void *user)
{
    Pen *pen = data;
    int32_t x1 = rounded(a_x), y1 = -rounded(a_y), x2 = rounded(b_x), y2 = -rounded(b_y);
    int32_t x = rounded(to_x), y = -rounded(to_y);
    int32_t by[] = { x1 - pen->x, y1 - pen->y, x2 - pen->x, y2 - pen->y, x - pen->x, y - pen->y };
    (void)funcs; (void)state; (void)user;
    add_command(pen, 'c', by, 6);
    add_point(pen, (pen->x + 3 * (x1 + x2) + x) >> 3, (pen->y + 3 * (y1 + y2) + y) >> 3, 0);
    go_to(pen, x, y);
}

static void close_path(void *funcs, void *data, void *state, void *user)
{
    (void)funcs; (void)state; (void)user;
    add_command(data, 'z', NULL, 0);
}

static void pen_end(PyObject *capsule)
{
    Pen *pen = PyCapsule_GetPointer(capsule, NULL);
    if (!pen) return;
    free(pen->points);
    free(pen->path);
    free(pen);
}

/* A pointer to a function as one to data, without breaking C's rules on casts. */
typedef union { void (*function)(void); void *data; } Pointer;

static PyObject *as_capsule(void (*function)(void))
{
    Pointer pointer = { .function = function };
    return PyCapsule_New(pointer.data, NULL, NULL);
}

PyObject *pen_new(PyObject *self, PyObject *unused)
{
    (void)self; (void)unused;
    Pen *pen = calloc(1, sizeof(Pen));
    if (!pen) return PyErr_NoMemory();
    PyObject *capsule = PyCapsule_New(pen, NULL, pen_end);
    if (!capsule) { free(pen); return NULL; }
    return Py_BuildValue("(NNNNNN)", capsule, as_capsule((void (*)(void))move_to),
                         as_capsule((void (*)(void))line_to),
                         as_capsule((void (*)(void))quadratic_to),
                         as_capsule((void (*)(void))cubic_to),
                         as_capsule((void (*)(void))close_path));
}

/* The pens' capsules have no name, which HarfBuzz would not know; only theirs end as pens do. */
static Pen *pen_of(PyObject *capsule)
{
    Pen *pen = PyCapsule_GetPointer(capsule, NULL);
    if (!pen || PyCapsule_GetDestructor(capsule) == pen_end) return pen;
    PyErr_SetString(PyExc_ValueError, "this is no pen");
    return NULL;
}

PyObject *pen_ink(PyObject *self, PyObject *capsule)
{
    (void)self;
    Pen *pen = pen_of(capsule);
    if (!pen) return NULL;
    PyObject *ink = pen->failed ? PyErr_NoMemory()
        : Py_BuildValue("(iis#y#)", pen->first_x, pen->first_y, pen->path ? pen->path : "",
                        (Py_ssize_t)pen->length, pen->points ? (char *)pen->points : "",
                        (Py_ssize_t)(pen->point_count * sizeof(Point)));
    *pen = (Pen){ .points = pen->points, .path = pen->path, .point_room = pen->point_room,
                  .room = pen->room };
    return ink;
}
