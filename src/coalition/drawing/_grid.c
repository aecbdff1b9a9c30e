#include "_grid.h"

#include <stdlib.h>
#include <string.h>

#define NEVER INT64_MAX
#define SQUARENESS 2

static uint64_t *row_of(const Grid *grid, int32_t level, int32_t y)
{
    return grid->tower[level] + (size_t)y * (size_t)grid->words;
}

int grid_create(Grid *grid, int32_t width, int32_t height, int32_t towers)
{
    *grid = (Grid){ .width = width, .height = height, .words = width / 64 + 2, .towers = towers };
    size_t cells = (size_t)grid->words * (size_t)height;
    for (int32_t level = 0; level < towers; level++) {
        grid->tower[level] = calloc(cells, sizeof(uint64_t));
        grid->strip[level] = calloc(((size_t)height >> level) + 1, sizeof(Strip));
        if (!grid->tower[level] || !grid->strip[level]) { grid_free(grid); return -1; }
    }
    grid->band = calloc((size_t)grid->words * 3, sizeof(uint64_t));
    if (!grid->band) { grid_free(grid); return -1; }
    grid->hits = grid->band + grid->words;
    grid->scratch = grid->hits + grid->words;
    return 0;
}

void grid_free(Grid *grid)
{
    for (int32_t level = 0; level < grid->towers; level++) {
        free(grid->tower[level]);
        free(grid->strip[level]);
    }
    free(grid->band);
    *grid = (Grid){ 0 };
}

/* -- masks ------------------------------------------------------------------------------------ */

static void set_bit(uint64_t *row, int32_t x) { row[x >> 6] |= (uint64_t)1 << (x & 63); }

/* The largest solid rectangle in columns [first, end): in most words as wide as the word and as
 * high as an x. From every column it is widened until it can no longer be the largest. */
static Block largest_block(const Profile *profile, int32_t first, int32_t end)
{
    Block best = { first, 0, 0, 0 };
    for (int32_t from = first; from < end; from++) {
        int32_t upper = INT32_MIN, lower = INT32_MAX;
        for (int32_t to = from; to < end; to++) {
            if (profile->upper[to] > upper) upper = profile->upper[to];
            if (profile->lower[to] < lower) lower = profile->lower[to];
            int64_t most = (int64_t)best.width * best.height;
            if ((int64_t)(end - from) * (lower - upper) <= most) break;
            if ((int64_t)(to - from + 1) * (lower - upper) > most)
                best = (Block){ from, upper - profile->top, to - from + 1, lower - upper };
        }
    }
    return best;
}

/* The longest run of columns that reach past the middle by half of what sticks out there: the
 * capital at the start of a word, say, or the tail of a g. */
static Block outer_block(const Profile *profile, const Block *middle, int above)
{
    int32_t inner = profile->top + middle->top + (above ? 0 : middle->height);
    int32_t outer = above ? profile->top : profile->bottom;
    int32_t edge = outer + (inner - outer) / 2, best = 0, start = 0, run = 0;
    for (int32_t i = 0; i < profile->width; i++) {
        run = (above ? profile->upper[i] <= edge && profile->lower[i] >= inner
                     : profile->lower[i] >= edge && profile->upper[i] <= inner) ? run + 1 : 0;
        if (run > best) { best = run; start = i - run + 1; }
    }
    int32_t top = above ? edge : inner, height = above ? inner - edge : edge - inner;
    return (Block){ start, top - profile->top, height > 0 ? best : 0, height };
}

static void add_block(Mask *mask, Block block)
{
    if (block.width > 0) mask->block[mask->blocks++] = block;
}

static void find_blocks(Mask *mask, const Profile *profile)
{
    Block middle = largest_block(profile, 0, profile->width);
    add_block(mask, middle);
    add_block(mask, largest_block(profile, 0, middle.left));
    add_block(mask, largest_block(profile, middle.left + middle.width, profile->width));
    add_block(mask, outer_block(profile, &middle, 0));
    add_block(mask, outer_block(profile, &middle, 1));
}

int mask_create(Mask *mask, const Profile *profile)
{
    *mask = (Mask){ .width = profile->width, .height = profile->bottom - profile->top,
                    .left = profile->left, .top = profile->top, .words = profile->width / 64 + 1 };
    mask->rows = calloc((size_t)mask->words * (size_t)mask->height, sizeof(uint64_t));
    if (!mask->rows) return -1;
    for (int32_t i = 0; i < profile->width; i++)
        for (int32_t y = profile->upper[i]; y < profile->lower[i]; y++)
            set_bit(mask->rows + (size_t)(y - profile->top) * (size_t)mask->words, i);
    find_blocks(mask, profile);
    return 0;
}

void mask_free(Mask *mask)
{
    free(mask->rows);
    *mask = (Mask){ 0 };
}

/* -- comparing -------------------------------------------------------------------------------- */

static int row_hits(const uint64_t *row, const uint64_t *bits, int32_t words, int32_t x)
{
    const uint64_t *at = row + (x >> 6);
    int shift = x & 63;
    if (!shift) {
        for (int32_t i = 0; i < words; i++) if (at[i] & bits[i]) return 1;
        return 0;
    }
    for (int32_t i = 0; i < words; i++)
        if ((at[i] & (bits[i] << shift)) | (at[i + 1] & (bits[i] >> (64 - shift)))) return 1;
    return 0;
}

/* A row of the mask may read one word past its last: the spare word of every grid row makes
 * that safe, since x + width <= grid width. */
static int rows_hit(const Grid *grid, const Mask *mask, int32_t x, int32_t y, int32_t from,
                    int32_t to)
{
    for (int32_t r = from; r < to; r++)
        if (row_hits(row_of(grid, 0, y + r), mask->rows + (size_t)r * (size_t)mask->words,
                     mask->words, x))
            return 1;
    return 0;
}

/* The whole mask, but for the rows that the middle block takes from end to end. */
static int is_free(const Grid *grid, const Mask *mask, int32_t x, int32_t y)
{
    const Block *middle = &mask->block[0];
    int32_t top = middle->top, bottom = middle->top + middle->height;
    if (middle->width < mask->width) bottom = top;
    return !rows_hit(grid, mask, x, y, 0, top) && !rows_hit(grid, mask, x, y, bottom, mask->height);
}

static int32_t level_for(const Grid *grid, int32_t rows)
{
    int32_t level = 0;
    while (level + 1 < grid->towers && (2 << level) <= rows) level++;
    return level;
}

/* Puts the OR of rows [y, y + rows) into scratch words [from, to]. */
static void gather_rows(const Grid *grid, int32_t y, int32_t rows, int32_t from, int32_t to)
{
    uint64_t *out = grid->scratch;
    int32_t level = level_for(grid, rows), step = 1 << level;
    const uint64_t *first = row_of(grid, level, y);
    for (int32_t i = from; i <= to; i++) out[i] = first[i];
    for (int32_t r = step; r < rows; r += step) {
        const uint64_t *next = row_of(grid, level, y + (r + step <= rows ? r : rows - step));
        for (int32_t i = from; i <= to; i++) out[i] |= next[i];
    }
}

/* Bit x of scratch becomes the OR of bits x to x + width - 1. */
static void smear(uint64_t *out, int32_t width, int32_t from, int32_t to)
{
    for (int32_t reach = 1; reach < width; ) {
        int32_t shift = reach * 2 <= width ? reach : width - reach;
        int32_t skip = shift >> 6, bits = shift & 63, i = from;
        if (bits) {
            for (; i + skip < to; i++)
                out[i] |= (out[i + skip] >> bits) | (out[i + skip + 1] << (64 - bits));
            if (i + skip == to) out[i] |= out[to] >> bits;
        } else {
            for (; i + skip <= to; i++) out[i] |= out[i + skip];
        }
        reach += shift;
    }
}

/* Adds to hits, for columns [low, high] of the mask, where the block would hit something in the
 * grid's rows [y, y + rows). */
static void add_hits(const Grid *grid, uint64_t *hits, const Block *block, int32_t y, int32_t rows,
                     int32_t low, int32_t high)
{
    int32_t skip = block->left >> 6, bits = block->left & 63;
    int32_t from = (low + block->left) >> 6, to = (high + block->left + block->width - 1) >> 6;
    gather_rows(grid, y, rows, from, to);
    smear(grid->scratch, block->width, from, to);
    for (int32_t i = low >> 6; i <= high >> 6; i++) {
        uint64_t first = i + skip >= from && i + skip <= to ? grid->scratch[i + skip] : 0;
        uint64_t second = bits && i + skip + 1 <= to ? grid->scratch[i + skip + 1] : 0;
        hits[i] |= (first >> bits) | (bits ? second << (64 - bits) : 0);
    }
}

static void clear(uint64_t *hits, int32_t low, int32_t high)
{
    for (int32_t i = low >> 6; i <= high >> 6; i++) hits[i] = 0;
}

/* -- the search ------------------------------------------------------------------------------- */

int64_t growth_of(const Grid *grid, const Wish *wish, int32_t x, int32_t y, int32_t w, int32_t h)
{
    int64_t dx = llabs((int64_t)2 * x + w - grid->width) + w;
    int64_t dy = llabs((int64_t)2 * y + h - grid->height) + h;
    int64_t across = dx * wish->down, down = dy * wish->across;
    return across > down ? across : down;
}

static int64_t square(int64_t value) { return value * value; }

/* A measure between a square's (the larger side counts) and a circle's: a cloud that grows by it
 * fills the corners of its rectangle and still looks round. */
static int64_t rounded(int64_t across, int64_t down)
{
    int64_t a = square(across), d = square(down);
    return a + d + SQUARENESS * (a > d ? a : d);
}

static int64_t distance_of(const Wish *wish, const Mask *mask, int32_t x, int32_t y)
{
    int64_t dx = (int64_t)2 * x + mask->width - 2 * (int64_t)wish->want_x;
    int64_t dy = (int64_t)2 * y + mask->height - 2 * (int64_t)wish->want_y;
    return rounded(dx * wish->down, dy * wish->across);
}

static int better(int64_t growth, int64_t distance, const Spot *best)
{
    return growth < best->growth || (growth == best->growth && distance < best->distance);
}

/* The whole part of the square root, bit by bit (Warren, "Hacker's Delight", 2002, 11-1). */
static int64_t root(int64_t value)
{
    int64_t found = 0, bit = (int64_t)1 << 62;
    while (bit > value) bit >>= 2;
    for (; bit; bit >>= 2) {
        if (value >= found + bit) {
            value -= found + bit;
            found = (found >> 1) + bit;
        } else {
            found >>= 1;
        }
    }
    return found;
}

static int64_t floor_half(int64_t value) { return value >= 0 ? value / 2 : -((-value + 1) / 2); }

/* Columns, both included. */
typedef struct { int32_t low, high; } Span;

/* The columns x of the span with |2 x - middle| <= reach, and perhaps one more at its end. */
static Span within(Span span, int64_t middle, int64_t reach)
{
    int64_t low = floor_half(middle - reach), high = floor_half(middle + reach) + 1;
    if (low > span.low) span.low = low > span.high ? span.high + 1 : (int32_t)low;
    if (high < span.high) span.high = high < span.low ? span.low - 1 : (int32_t)high;
    return span;
}

static int32_t clamp(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* The columns of rows [top, bottom] that could still beat the best; low > high where none can. */
static Span window(const Grid *grid, const Mask *mask, const Wish *wish, const Spot *best,
                   int32_t top, int32_t bottom)
{
    const Span none = { 0, -1 };
    Span span = { 0, grid->width - mask->width };
    if (!best->found) return span;
    int64_t inner = clamp((grid->height - mask->height) / 2, top, bottom);
    int64_t near = clamp(wish->want_y - mask->height / 2, top, bottom);
    int64_t least = (llabs(2 * inner + mask->height - grid->height) + mask->height) * wish->across;
    if (least < wish->reach) least = wish->reach;
    if (least > best->growth) return none;
    if (least == best->growth) {
        int64_t off = llabs(2 * near + mask->height - 2 * (int64_t)wish->want_y) * wish->across;
        if (rounded(0, off) >= best->distance) return none;
        int64_t beside = root((best->distance - square(off)) / (1 + SQUARENESS));
        span = within(span, (int64_t)2 * wish->want_x - mask->width, beside / wish->down);
    }
    return within(span, grid->width - mask->width, best->growth / wish->down - mask->width);
}

static void consider(const Grid *grid, const Mask *mask, const Wish *wish,
                     int32_t x, int32_t y, Spot *best)
{
    int64_t growth = growth_of(grid, wish, x, y, mask->width, mask->height);
    int64_t distance = distance_of(wish, mask, x, y);
    if (growth < wish->reach) growth = wish->reach;
    if (better(growth, distance, best) && is_free(grid, mask, x, y))
        *best = (Spot){ x, y, growth, distance, 1 };
}

/* The next free column at or after x (or at or before it), or -1. */
static int32_t next_free(const uint64_t *hits, int32_t x, int32_t high)
{
    while (x <= high) {
        uint64_t open = ~hits[x >> 6] >> (x & 63);
        if (open) { x += __builtin_ctzll(open); return x <= high ? x : -1; }
        x = ((x >> 6) + 1) << 6;
    }
    return -1;
}

/* The next column at or after x that is not free, or the one after `high`. */
static int32_t next_hit(const uint64_t *hits, int32_t x, int32_t high)
{
    while (x <= high) {
        uint64_t hit = hits[x >> 6] >> (x & 63);
        if (hit) { x += __builtin_ctzll(hit); return x <= high ? x : high + 1; }
        x = ((x >> 6) + 1) << 6;
    }
    return high + 1;
}

static int32_t last_free(const uint64_t *hits, int32_t x, int32_t low)
{
    while (x >= low) {
        uint64_t open = ~hits[x >> 6] << (63 - (x & 63));
        if (open) { x -= __builtin_clzll(open); return x >= low ? x : -1; }
        x = ((x >> 6) << 6) - 1;
    }
    return -1;
}

/* From the wanted column outward to both sides, as long as a side can still beat the best. */
static void search_row(const Grid *grid, const Mask *mask, const Wish *wish, int32_t y, Span open,
                       Spot *best)
{
    Span all = window(grid, mask, wish, best, y, y);
    int32_t low = all.low > open.low ? all.low : open.low;
    int32_t high = all.high < open.high ? all.high : open.high;
    if (low > high) return;
    clear(grid->hits, low, high);
    for (int32_t b = 0; b < mask->blocks; b++) {
        const Block *block = &mask->block[b];
        add_hits(grid, grid->hits, block, y + block->top, block->height, low, high);
        if (next_free(grid->hits, low, high) < 0) return;
    }
    int32_t start = clamp(wish->want_x - mask->width / 2, low, high);
    int32_t right = next_free(grid->hits, start, high);
    int32_t left = last_free(grid->hits, start - 1, low);
    while (right >= 0 || left >= 0) {
        int go_right = left < 0 || (right >= 0 && distance_of(wish, mask, right, y)
                                                  <= distance_of(wish, mask, left, y));
        int32_t x = go_right ? right : left;
        if (best->found && best->growth == wish->reach
            && distance_of(wish, mask, x, y) >= best->distance) return;
        consider(grid, mask, wish, x, y, best);
        if (go_right) right = next_free(grid->hits, right + 1, high);
        else left = last_free(grid->hits, left - 1, low);
    }
}

/* What is known of the strip, found out now if something was put there since. */
static const Strip *strip_of(const Grid *grid, int32_t level, int32_t number)
{
    Strip *strip = &grid->strip[level][number];
    if (strip->known) return strip;
    const uint64_t *row = row_of(grid, level, number << level);
    int32_t end = grid->width - 1;
    *strip = (Strip){ 1, next_hit(row, 0, end), -1, 0 };
    for (int32_t x = strip->first; x <= end; ) {
        int32_t open = next_free(row, x, end);
        strip->last = (open < 0 ? end + 1 : open) - 1;
        if (open < 0) break;
        x = next_hit(row, open, end);
        if (x <= end && x - open > strip->gap) strip->gap = x - open;
    }
    return strip;
}

/* Positions whose blocks all cover one strip: rows [top, bottom], nearest first from one end. */
typedef struct { int32_t top, bottom, downward; } Band;

static void search_span(const Grid *grid, const Mask *mask, const Wish *wish, Band band, Span open,
                        Spot *best)
{
    for (int32_t i = 0; open.low <= open.high && i <= band.bottom - band.top; i++)
        search_row(grid, mask, wish, band.downward ? band.top + i : band.bottom - i, open, best);
}

/* Between the first and the last cell taken of a strip: the gaps where the block fits. */
static void search_gaps(const Grid *grid, const Mask *mask, const Wish *wish, Band band, Span span,
                        int32_t level, int32_t number, Spot *best)
{
    if (span.low > span.high) return;
    clear(grid->band, span.low, span.high);
    add_hits(grid, grid->band, &mask->block[0], number << level, 1 << level, span.low, span.high);
    int32_t low = next_free(grid->band, span.low, span.high);
    while (low >= 0) {
        Span open = { low, next_hit(grid->band, low, span.high) - 1 };
        search_span(grid, mask, wish, band, open, best);
        low = next_free(grid->band, open.high + 1, span.high);
    }
}

static int32_t lesser(int32_t a, int32_t b) { return a < b ? a : b; }
static int32_t greater(int32_t a, int32_t b) { return a > b ? a : b; }

static void search_band(const Grid *grid, const Mask *mask, const Wish *wish, int32_t level,
                        int32_t number, int downward, Spot *best)
{
    const Block *middle = &mask->block[0];
    int32_t size = 1 << level, lowest = (number << level) - middle->top;
    Band band = { greater(0, lowest - size + 1), lesser(grid->height - mask->height, lowest),
                  downward };
    if (band.top > band.bottom) return;
    Span span = window(grid, mask, wish, best, band.top, band.bottom);
    if (span.low > span.high) return;
    const Strip *strip = strip_of(grid, level, number);
    int32_t before = strip->first - middle->left - middle->width;  /* last column left of all */
    int32_t after = strip->last - middle->left + 1;                /* first column right of all */
    if (strip->first > strip->last) { search_span(grid, mask, wish, band, span, best); return; }
    if (strip->gap >= middle->width) {
        Span inner = { greater(span.low, before + 1), lesser(span.high, after - 1) };
        search_gaps(grid, mask, wish, band, inner, level, number, best);
    }
    search_span(grid, mask, wish, band, (Span){ span.low, lesser(span.high, before) }, best);
    search_span(grid, mask, wish, band, (Span){ greater(span.low, after), span.high }, best);
}

Spot grid_search(const Grid *grid, const Mask *mask, const Wish *wish)
{
    Spot best = { 0, 0, NEVER, NEVER, 0 };
    const Block *middle = &mask->block[0];
    int32_t last = grid->height - mask->height;
    if (last < 0 || mask->width > grid->width) return best;
    int32_t level = level_for(grid, (middle->height + 1) / 2);
    int32_t final = (last + middle->top + (1 << level) - 1) >> level;
    int32_t start = (clamp(wish->want_y - mask->height / 2, 0, last) + middle->top) >> level;
    for (int32_t step = 0; step <= final; step++) {
        if (start + step <= final) search_band(grid, mask, wish, level, start + step, 1, &best);
        if (step > 0 && step <= start) search_band(grid, mask, wish, level, start - step, 0, &best);
    }
    return best;
}

/* -- taking ----------------------------------------------------------------------------------- */

static void stamp(Grid *grid, const Mask *mask, int32_t x, int32_t y)
{
    int shift = x & 63;
    for (int32_t r = 0; r < mask->height; r++) {
        uint64_t *at = row_of(grid, 0, y + r) + (x >> 6);
        const uint64_t *bits = mask->rows + (size_t)r * (size_t)mask->words;
        for (int32_t i = 0; i < mask->words; i++) {
            at[i] |= bits[i] << shift;
            if (shift) at[i + 1] |= bits[i] >> (64 - shift);
        }
    }
}

void grid_take(Grid *grid, const Mask *mask, int32_t x, int32_t y)
{
    int32_t from = x >> 6, to = (x + mask->width) >> 6;
    stamp(grid, mask, x, y);
    for (int32_t level = 0; level < grid->towers; level++)
        for (int32_t i = y >> level; i <= (y + mask->height - 1) >> level; i++)
            grid->strip[level][i].known = 0;
    for (int32_t level = 1; level < grid->towers; level++) {
        int32_t half = 1 << (level - 1);
        int32_t top = y - 2 * half + 1 > 0 ? y - 2 * half + 1 : 0;
        for (int32_t row = top; row < y + mask->height; row++) {
            uint64_t *out = row_of(grid, level, row);
            const uint64_t *a = row_of(grid, level - 1, row);
            int32_t below = row + half < grid->height ? row + half : row;
            const uint64_t *b = row_of(grid, level - 1, below);
            for (int32_t i = from; i <= to; i++) out[i] = a[i] | b[i];
        }
    }
}
