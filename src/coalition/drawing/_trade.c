#include "_trade.h"

#include <stdlib.h>
#include <string.h>

#include "_near.h"
#include "_numbers.h"

#define ROWS 2               /* cells up and down that a word may be off the place it takes over */
#define SAMPLE 64
#define MOST_WANTED 8        /* of the words it is related to, those a word is brought to */

/* Another word, and how related it is or how well it would do; lists of them, one word's after the
 * other's, and where each ends. */
typedef struct { int32_t word, value; } Tie;
typedef struct { Tie *rows; int32_t *ends; } Ties;

typedef struct {
    Board *board;
    int32_t count;
    Ties related;            /* of each word, the most related first */
    int32_t *partners;       /* the words of like size, one list after the other, and */
    int32_t *ends;           /* where each word's list ends */
    int32_t left, top, right, bottom;    /* what all take, in columns and steps */
    uint32_t random;
} Market;

/* Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003. */
static uint32_t below(uint32_t limit, uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return (uint32_t)(((uint64_t)*state * limit) >> 32);
}

static int32_t first_of(const int32_t *ends, int32_t i) { return i ? ends[i - 1] : 0; }

/* -- what is brought together ----------------------------------------------------------------- */

/* How related the word is to its neighbours, if it were there; `but` is not counted. */
static int64_t together(const Market *market, int32_t word, Spot spot, int32_t but)
{
    const Board *board = market->board;
    Ink ink = near_ink(board, word, spot);
    int64_t sum = 0;
    for (int32_t k = first_of(market->related.ends, word); k < market->related.ends[word]; k++) {
        Tie tie = market->related.rows[k];
        if (tie.word == but) continue;
        if (near_neighbours(ink, near_ink(board, tie.word, board->spots[tie.word])))
            sum += tie.value;
    }
    return sum;
}

/* -- places ----------------------------------------------------------------------------------- */

static int is_within(const Market *market, const Skyline *skyline, Spot spot)
{
    return spot.x >= market->left && spot.y >= market->top
           && spot.x + skyline->width <= market->right
           && spot.y + skyline->height <= market->bottom;
}

/* A place in that row of cells, from the wanted column outward, no farther than `reach` cells. */
static int find_in_row(Market *market, Ask *ask, int32_t reach)
{
    const Mask *mask = &market->board->masks[ask->word];
    int32_t start = ask->want_x - mask->width / 2, left = start - 1, right = start;
    while (right <= start + reach || left >= start - reach) {
        int go_right = left < start - reach
                       || (right <= start + reach && right - start <= start - left);
        ask->x = go_right ? right : left;
        if (board_fits(market->board, ask) && is_within(market, &mask->skyline, ask->spot))
            return 1;
        if (go_right) right = greater(right + 1, ask->right);
        else left = lesser(left - 1, ask->left);
    }
    return 0;
}

/* A place for the word about where `other` was. */
static int find_place(Market *market, int32_t word, int32_t other, Spot was, Spot *spot)
{
    const Mask *mask = &market->board->masks[word], *gone = &market->board->masks[other];
    int32_t x = (was.x + gone->skyline.width / 2) / COLUMNS;
    int32_t y = (was.y + gone->skyline.height / 2) / STEPS;
    int32_t reach = abs(gone->width - mask->width) / 2 + 2, start = y - mask->height / 2;
    Ask ask = { .word = word, .want_x = x, .want_y = y };
    for (int32_t off = 0; off <= 2 * ROWS; off++) {
        ask.y = start + (off % 2 ? -(off + 1) / 2 : off / 2);
        if (find_in_row(market, &ask, reach)) {
            *spot = ask.spot;
            return 1;
        }
    }
    return 0;
}

static int put_both(Market *market, int32_t a, Spot to_a, int32_t b, Spot to_b)
{
    return board_put(market->board, a, to_a) || board_put(market->board, b, to_b) ? -1 : 0;
}

/* Returns 1 where both words stand where the other was, 0 where they stand as before, -1 where
 * memory ran out. */
static int exchange(Market *market, int32_t a, int32_t b)
{
    Board *board = market->board;
    Spot at_a = board->spots[a], at_b = board->spots[b], to_a, to_b;
    board_take(board, a);
    board_take(board, b);
    if (!find_place(market, a, b, at_b, &to_a)) return put_both(market, a, at_a, b, at_b);
    if (board_put(board, a, to_a)) return -1;
    if (find_place(market, b, a, at_a, &to_b)) return board_put(board, b, to_b) ? -1 : 1;
    board_take(board, a);
    return put_both(market, a, at_a, b, at_b);
}

/* -- trading ---------------------------------------------------------------------------------- */

/* How related the two are to their neighbours, if they were there; to each other too if `both`. */
static int64_t worth(const Market *market, int32_t a, Spot at_a, int32_t b, Spot at_b, int both)
{
    return together(market, a, at_a, both ? -1 : b) + together(market, b, at_b, a);
}

/* The middle of the other's place, as this word's corner. */
static Spot instead(const Market *market, int32_t word, int32_t other)
{
    const Skyline *own = &market->board->masks[word].skyline;
    const Skyline *gone = &market->board->masks[other].skyline;
    Spot spot = market->board->spots[other];
    return (Spot){ spot.x + (gone->width - own->width) / 2,
                   spot.y + (gone->height - own->height) / 2 };
}

/* A word, and one of like size that is a neighbour of one that it is related to, at random. */
static int pick(Market *market, int32_t *a, int32_t *b)
{
    const Board *board = market->board;
    *a = (int32_t)below((uint32_t)market->count, &market->random);
    int32_t first = first_of(market->related.ends, *a), ties = market->related.ends[*a] - first;
    if (!ties) return 0;
    if (ties > MOST_WANTED) ties = MOST_WANTED;
    int32_t to = market->related.rows[first + (int32_t)below((uint32_t)ties, &market->random)].word;
    Ink ink = near_ink(board, to, board->spots[to]);
    uint32_t found = 0;
    for (int32_t k = first_of(market->ends, *a); k < market->ends[*a]; k++) {
        int32_t other = market->partners[k];
        if (other == to || !near_neighbours(ink, near_ink(board, *a, instead(market, *a, other))))
            continue;
        if (!below(++found, &market->random)) *b = other;
    }
    return found > 0;
}

static int64_t thought(Market *market, int32_t a, int32_t b)
{
    const Spot *spots = market->board->spots;
    return worth(market, a, instead(market, a, b), b, instead(market, b, a), 0)
           - worth(market, a, spots[a], b, spots[b], 0);
}

/* Adds to `sum` what the trade, if there is one, brings together more than there was. */
static int trade_once(Market *market, int64_t threshold, int64_t *sum)
{
    int32_t a, b;
    if (!pick(market, &a, &b) || thought(market, a, b) <= -threshold) return 0;
    Board *board = market->board;
    Spot at_a = board->spots[a], at_b = board->spots[b];
    int64_t before = worth(market, a, at_a, b, at_b, 1);
    int outcome = exchange(market, a, b);
    if (outcome != 1) return outcome;
    int64_t after = worth(market, a, board->spots[a], b, board->spots[b], 1);
    if (after - before > -threshold) {
        *sum += after - before;
        return 0;
    }
    board_take(board, a);
    board_take(board, b);
    return put_both(market, a, at_a, b, at_b);
}

static int trade_all(Market *market, int32_t steps)
{
    int64_t usual = 0, picked = 0, sum = 0, all = (int64_t)steps * market->count;
    int32_t a, b;
    for (int32_t i = 0; i < SAMPLE; i++)
        if (pick(market, &a, &b)) {
            usual += llabs(thought(market, a, b));
            picked++;
        }
    if (picked) usual /= picked;
    size_t size = (size_t)market->count * sizeof(Spot);
    Spot *before = malloc(size);
    int result = before ? 0 : -1;
    if (before) memcpy(before, market->board->spots, size);
    for (int64_t step = 0; !result && step < all; step++)
        result = trade_once(market, usual * (all - step) / all / 2, &sum);
    if (!result && sum < 0) memcpy(market->board->spots, before, size);  /* all in vain */
    free(before);
    return result;
}

/* -- what is known at the start --------------------------------------------------------------- */

static int are_alike(int32_t a, int32_t b, int32_t percent)
{
    return (int64_t)greater(a, b) * 100 <= (int64_t)lesser(a, b) * (100 + percent);
}

static int may_trade(const Board *board, int32_t a, int32_t b, int32_t percent)
{
    const Mask *one = &board->masks[a], *other = &board->masks[b];
    return a != b && one->blocks && other->blocks
           && are_alike(one->skyline.width, other->skyline.width, percent)
           && are_alike(one->skyline.height, other->skyline.height, percent);
}

static int list_partners(Market *market, int32_t percent)
{
    int32_t at = 0, room = 0;
    for (int32_t i = 0; i < market->count; i++) {
        for (int32_t j = 0; j < market->count; j++) {
            if (!may_trade(market->board, i, j, percent)) continue;
            if (at == room) {
                room = room * 2 + 1024;
                int32_t *moved = realloc(market->partners, sizeof(int32_t) * (size_t)room);
                if (!moved) return -1;
                market->partners = moved;
            }
            market->partners[at++] = j;
        }
        market->ends[i] = at;
    }
    return 0;
}

static void find_box(Market *market)
{
    const Board *board = market->board;
    market->left = market->top = INT32_MAX;
    market->right = market->bottom = INT32_MIN;
    for (int32_t i = 0; i < market->count; i++) {
        const Mask *mask = &board->masks[i];
        Spot spot = board->spots[i];
        if (!mask->blocks) continue;
        market->left = lesser(market->left, spot.x);
        market->top = lesser(market->top, spot.y);
        market->right = greater(market->right, spot.x + mask->skyline.width);
        market->bottom = greater(market->bottom, spot.y + mask->skyline.height);
    }
}

static int has_place(const Market *market, Related row)
{
    return row.value && market->board->masks[row.first].blocks
           && market->board->masks[row.second].blocks;
}

/* Insertion, since the lists are short and most are given in order. */
static void sort_by_value(Tie *rows, int32_t count)
{
    for (int32_t i = 1; i < count; i++) {
        Tie row = rows[i];
        int32_t k = i;
        for (; k > 0 && rows[k - 1].value < row.value; k--) rows[k] = rows[k - 1];
        rows[k] = row;
    }
}

static int list_related(Market *market, const Related *related, int32_t related_count)
{
    int32_t *ends = market->related.ends;
    market->related.rows = calloc(2 * (size_t)related_count + 1, sizeof(Tie));
    if (!market->related.rows) return -1;
    for (int32_t k = 0; k < related_count; k++)
        if (has_place(market, related[k])) {
            ends[related[k].first]++;
            ends[related[k].second]++;
        }
    for (int32_t i = 1, sum = ends[0]; i < market->count; i++) {
        int32_t own = ends[i];
        ends[i] = sum;    /* for now where its list starts; filling it moves it to where it ends */
        sum += own;
    }
    ends[0] = 0;
    for (int32_t k = 0; k < related_count; k++)
        if (has_place(market, related[k])) {
            Related row = related[k];
            market->related.rows[ends[row.first]++] = (Tie){ row.second, row.value };
            market->related.rows[ends[row.second]++] = (Tie){ row.first, row.value };
        }
    for (int32_t i = 0; i < market->count; i++)
        sort_by_value(market->related.rows + first_of(ends, i), ends[i] - first_of(ends, i));
    return 0;
}

int trade_places(Board *board, int32_t count, const Related *related, int32_t related_count,
                 Trading how)
{
    Market market = { .board = board, .count = count,
                      .random = (uint32_t)how.seed * 2654435761u };
    market.related.ends = calloc((size_t)count + 1, sizeof(int32_t));
    market.ends = calloc((size_t)count + 1, sizeof(int32_t));
    int result = market.related.ends && market.ends ? list_partners(&market, how.alike) : -1;
    if (!result) result = list_related(&market, related, related_count);
    if (!result && count > 1) {
        find_box(&market);
        result = trade_all(&market, how.steps);
    }
    free(market.related.rows);
    free(market.related.ends);
    free(market.ends);
    free(market.partners);
    return result;
}
