/* Takes a glyph's contours from HarfBuzz, which calls the functions here while it draws (its type
 * hb_draw_funcs_t; uharfbuzz takes them as capsules): for measuring, as short lines; for drawing,
 * as SVG path data. y points up as it comes and down as it leaves.
 *
 * A curve is measured by two lines, through its middle. They miss it by at most an eighth of the
 * height of its control polygon (a cubic: three sixteenths), in the bundled fonts by 9/1000 em:
 * far less than the room that every word keeps.
 */
#ifndef COALITION_PEN_H
#define COALITION_PEN_H

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

/* pen() -> (pen, move_to, line_to, quadratic_to, cubic_to, close_path), capsules all. */
PyObject *pen_new(PyObject *self, PyObject *unused);

/* pen_ink(pen) -> (start x, start y, path from there on, points), and the pen is empty again. */
PyObject *pen_ink(PyObject *self, PyObject *capsule);

#endif
