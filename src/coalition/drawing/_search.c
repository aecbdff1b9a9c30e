#include "_search.h"

#include <stdlib.h>

#include "_numbers.h"

#define NEVER INT64_MAX
#define SQUARENESS 2

int search_create(Search *search)
{
    search->failures = calloc((size_t)search->grid->height * HEIGHTS * KINDS, sizeof(Failure));
    return search->failures ? 0 : -1;
}

void search_free(Search *search)
{
    free(search->failures);
    search->failures = NULL;
}

/* A question: a word, where its middle is wanted, the corners (in cells) at which it is within
 * the frame, and the best found so far. */
typedef struct {
    Search *search;
    const Mask *mask;
    int32_t word, want_x, want_y;
    int32_t left, top, right, bottom;
    int64_t distance;            /* what it has to be less than: the best's, once one is found */
    int found;
    Spot spot;
} Quest;

static int64_t square(int64_t value) { return value * value; }

/* A measure between a square's (the larger side counts) and a circle's: a cloud that grows by it
 * fills the corners of its rectangle and still looks round. */
static int64_t rounded(int64_t across, int64_t down)
{
    int64_t a = square(across), d = square(down);
    return a + d + SQUARENESS * (a > d ? a : d);
}

static int64_t off_row(const Quest *quest, int32_t y)
{
    return llabs(2 * (int64_t)y + quest->mask->height - 2 * (int64_t)quest->want_y)
           * quest->search->across;
}

static int64_t distance_of(const Quest *quest, int32_t x, int32_t y)
{
    int64_t off = 2 * (int64_t)x + quest->mask->width - 2 * (int64_t)quest->want_x;
    return rounded(off * quest->search->down, off_row(quest, y));
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

/* The columns of the frame that could still beat the best in this row, and perhaps one more. */
static Span window(const Quest *quest, int32_t y)
{
    Span span = { quest->left, quest->right };
    if (quest->distance == NEVER) return span;
    int64_t left = quest->distance - square(off_row(quest, y));
    int64_t beside = left < 0 ? -1 : root(left / (1 + SQUARENESS)) / quest->search->down;
    int64_t middle = 2 * (int64_t)quest->want_x - quest->mask->width;
    int64_t low = (middle - beside - 1) / 2 - 1, high = (middle + beside + 1) / 2 + 1;
    if (beside < 0 || low > span.high || high < span.low) return (Span){ 0, -1 };
    return (Span){ low > span.low ? (int32_t)low : span.low,
                   high < span.high ? (int32_t)high : span.high };
}

/* From the wanted column outward to both sides, as long as a side can still beat the best. */
static int look_through(Quest *quest, int32_t y, Span span)
{
    const Grid *grid = quest->search->grid;
    int32_t start = clamp(quest->want_x - quest->mask->width / 2, span.low, span.high);
    int32_t right = grid_next_free(grid, start, span.high);
    int32_t left = grid_last_free(grid, start - 1, span.low);
    while (right >= 0 || left >= 0) {
        int go_right = left < 0 || (right >= 0 && distance_of(quest, right, y)
                                                  <= distance_of(quest, left, y));
        int32_t x = go_right ? right : left;
        int64_t distance = distance_of(quest, x, y);
        if (distance >= quest->distance) return 1;
        Ask ask = { .word = quest->word, .x = x, .y = y, .want_x = quest->want_x,
                    .want_y = quest->want_y };
        if (board_fits(quest->search->board, &ask)) {
            quest->distance = distance;
            quest->spot = ask.spot;
            quest->found = 1;
            return 1;
        }
        if (go_right) right = grid_next_free(grid, ask.right, span.high);
        else left = grid_last_free(grid, ask.left, span.low);
    }
    return 0;
}

/* Returns 1 where the span has no room for words like this one either. */
static int look(Quest *quest, int32_t y, Span span)
{
    if (span.low > span.high) return 1;

    int asked = grid_ask(quest->search->grid, quest->mask, y, span);
    if (asked) return 1;
    int fits = look_through(quest, y, span);
    return !fits && quest->search->steady;
}

/* What is known of that row for blocks such as the word's first. */
static Failure *failure_of(const Quest *quest, int32_t row)
{
    const Search *search = quest->search;
    int32_t table = quest->mask->block[0].height * KINDS + quest->mask->kind;
    return &search->failures[(size_t)table * (size_t)search->grid->height + (size_t)row];
}

/* A word with a block as high, and as wide or wider, that reaches up and down alike is taken to
 * fail between the same columns as well, so only what lies beyond them is looked at. Its other
 * blocks may differ, and where all words are wanted in one place it is remembered too what the
 * board refused to another: now and then a free place is missed, at most 2 % of a cloud's ink for
 * a third of the time. */
static void look_in_row(Quest *quest, int32_t y)
{
    const Block *block = &quest->mask->block[0];
    Span span = window(quest, y);
    if (span.low > span.high) return;
    if (block->height >= HEIGHTS) { look(quest, y, span); return; }
    Failure *failure = failure_of(quest, y + block->y);
    int32_t width = quest->mask->width, low = span.low, high = span.high + width;
    int known = failure->width && block->width >= failure->width && low <= failure->high
                && failure->low <= high, none;
    if (known) {
        if (failure->low <= low && high <= failure->high) return;
        Span before = { span.low, lesser(span.high, failure->low - 1) };
        Span after = { greater(span.low, failure->high - width + 1), span.high };
        none = look(quest, y, after);  /* first, as from the wanted column too right goes first */
        none &= look(quest, y, before);
        low = lesser(low, failure->low);
        high = greater(high, failure->high);
    } else {
        none = look(quest, y, span);
    }
    if (none && (known || !failure->width || block->width < failure->width
                 || high - low > failure->high - failure->low))
        *failure = (Failure){ block->width, low, high };
}

static int is_too_far(const Quest *quest, int32_t y)
{
    return (quest->found && !quest->search->nearest)
           || rounded(0, off_row(quest, y)) >= quest->distance;
}

/* Rows from the wanted one outward, downward and upward in turn. */
static void look_in_frame(Quest *quest)
{
    if (quest->left > quest->right || quest->top > quest->bottom) return;
    int32_t down = clamp(quest->want_y - quest->mask->height / 2, quest->top, quest->bottom);
    int32_t up = down - 1;
    while (down <= quest->bottom || up >= quest->top) {
        if (down <= quest->bottom) {
            if (is_too_far(quest, down)) down = quest->bottom + 1;
            else look_in_row(quest, down++);
        }
        if (up >= quest->top) {
            if (is_too_far(quest, up)) up = quest->top - 1;
            else look_in_row(quest, up--);
        }
    }
}

static void set_frame(Quest *quest)
{
    const Search *search = quest->search;
    const Grid *grid = search->grid;
    int64_t width = search->reach / search->down, height = search->reach / search->across;
    if (width > grid->width) width = grid->width;
    if (height > grid->height) height = grid->height;
    int32_t left = (int32_t)(grid->width - width) / 2, top = (int32_t)(grid->height - height) / 2;
    quest->left = left;
    quest->top = top;
    quest->right = left + (int32_t)width - quest->mask->width;
    quest->bottom = top + (int32_t)height - quest->mask->height;
}

static int grow(Search *search, const Mask *mask)
{
    int64_t least_x = mask->width * search->down, least_y = mask->height * search->across;
    int64_t grown = search->reach + search->reach * search->growth / 1000
                    + search->across + search->down;
    if (search->reach / search->down >= search->grid->width
        && search->reach / search->across >= search->grid->height) return 0;
    if (grown < least_x) grown = least_x;
    search->reach = grown < least_y ? least_y : grown;
    return 1;
}

int search_place(Search *search, int32_t word, int32_t want_x, int32_t want_y, Spot *spot)
{
    Quest quest = { .search = search, .mask = &search->board->masks[word], .word = word,
                    .want_x = want_x, .want_y = want_y, .distance = NEVER };
    do {
        set_frame(&quest);
        look_in_frame(&quest);
    } while (!quest.found && grow(search, quest.mask));
    *spot = quest.spot;
    return quest.found;
}

int search_near(Search *search, int32_t word, int32_t want_x, int32_t want_y, int32_t cells,
                Spot *spot)
{
    Quest quest = { .search = search, .mask = &search->board->masks[word], .word = word,
                    .want_x = want_x, .want_y = want_y };
    int64_t off = 2 * (int64_t)cells * (search->down < search->across ? search->down
                                                                     : search->across);
    quest.distance = rounded(off, off);
    set_frame(&quest);
    look_in_frame(&quest);
    *spot = quest.spot;
    return quest.found;
}
