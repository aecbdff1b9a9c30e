#include "_swap.h"

#include <stdlib.h>

#define FARTHEST 255
#define SCALE 10           /* of WHOLE, so that sums fit into 32 bits */

/* Tables with a row and a column for each place. */
typedef struct {
    int32_t count;
    int16_t *apart;        /* how far two places are apart */
    int16_t *related;      /* how related the words are that they have now */
    int32_t *word;         /* the word that a place has now */
    int32_t *partners;     /* the places of like size, one list after the other, and */
    int32_t *ends;         /* where each place's list ends */
} Board32;

static int32_t greater(int32_t a, int32_t b) { return a > b ? a : b; }

static int64_t square(int64_t value) { return value * value; }

static int64_t distance2(const Box32 *a, const Box32 *b)
{
    return square(greater(0, greater(a->left - b->right, b->left - a->right)))
           + square(greater(0, greater(a->top - b->bottom, b->top - a->bottom)));
}

static int32_t root(int64_t value)
{
    int64_t low = 0, high = 1 << 30;
    while (low < high) {
        int64_t middle = (low + high + 1) / 2;
        if (middle * middle <= value) low = middle; else high = middle - 1;
    }
    return (int32_t)low;
}

static int are_neighbours(const Box32 *a, const Box32 *b)
{
    int32_t one = a->bottom - a->top, other = b->bottom - b->top;
    return 4 * distance2(a, b) <= square(one < other ? one : other);
}

static void find_distances(Board32 *board, const Box32 *boxes, int32_t bonus)
{
    int32_t count = board->count;
    int64_t farthest = 1;
    for (int32_t i = 0; i < count; i++)
        for (int32_t j = 0; j < i; j++) {
            int64_t d = distance2(&boxes[i], &boxes[j]);
            if (d > farthest) farthest = d;
        }
    int32_t longest = greater(1, root(farthest));
    for (int32_t i = 0; i < count; i++)
        for (int32_t j = 0; j < i; j++) {
            int64_t d = (int64_t)root(distance2(&boxes[i], &boxes[j])) * FARTHEST / longest;
            int16_t apart = (int16_t)(d - (are_neighbours(&boxes[i], &boxes[j]) ? bonus : 0));
            board->apart[(size_t)i * (size_t)count + (size_t)j] = apart;
            board->apart[(size_t)j * (size_t)count + (size_t)i] = apart;
        }
}

static int are_alike(int32_t a, int32_t b, int32_t percent)
{
    return (int64_t)(a > b ? a : b) * 100 <= (int64_t)(a > b ? b : a) * (100 + percent);
}

static int list_partners(Board32 *board, const Box32 *boxes, int32_t percent)
{
    int32_t at = 0, room = 0;
    for (int32_t i = 0; i < board->count; i++) {
        for (int32_t j = 0; j < board->count; j++) {
            const Box32 *a = &boxes[i], *b = &boxes[j];
            if (i == j || !are_alike(a->right - a->left, b->right - b->left, percent)
                || !are_alike(a->bottom - a->top, b->bottom - b->top, percent)) continue;
            if (at == room) {
                room = room * 2 + 1024;
                int32_t *moved = realloc(board->partners, sizeof(int32_t) * (size_t)room);
                if (!moved) return -1;
                board->partners = moved;
            }
            board->partners[at++] = j;
        }
        board->ends[i] = at;
    }
    return 0;
}

/* By how much the sum changes if places a and b swap their words. */
static int32_t change(const Board32 *board, int32_t a, int32_t b)
{
    size_t count = (size_t)board->count;
    const int16_t *apart_a = board->apart + (size_t)a * count;
    const int16_t *apart_b = board->apart + (size_t)b * count;
    const int16_t *related_a = board->related + (size_t)a * count;
    const int16_t *related_b = board->related + (size_t)b * count;
    int32_t sum = 0;
    for (int32_t k = 0; k < board->count; k++)
        sum += (int32_t)(int16_t)(related_a[k] - related_b[k])
               * (int16_t)(apart_b[k] - apart_a[k]);
    /* what the loop counts for a and b themselves, whose distance stays what it is */
    int32_t own = related_a[b] * apart_a[b];
    return sum + 2 * own;
}

static void swap_places(Board32 *board, int32_t a, int32_t b)
{
    size_t count = (size_t)board->count;
    int16_t *row_a = board->related + (size_t)a * count;
    int16_t *row_b = board->related + (size_t)b * count;
    for (size_t k = 0; k < count; k++) {
        int16_t kept = row_a[k];
        row_a[k] = row_b[k];
        row_b[k] = kept;
    }
    for (size_t k = 0; k < count; k++) {
        int16_t *row = board->related + k * count, kept = row[a];
        row[a] = row[b];
        row[b] = kept;
    }
    int32_t word = board->word[a];
    board->word[a] = board->word[b];
    board->word[b] = word;
}

/* Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003. */
static uint32_t below(uint32_t limit, uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return (uint32_t)(((uint64_t)*state * limit) >> 32);
}

/* Returns the change of a swap picked at random, and which it is; a == b: there is none. */
static int32_t pick(const Board32 *board, uint32_t *state, int32_t *a, int32_t *b)
{
    *a = *b = (int32_t)below((uint32_t)board->count, state);
    int32_t first = *a ? board->ends[*a - 1] : 0, listed = board->ends[*a] - first;
    if (!listed) return 0;
    *b = board->partners[first + (int32_t)below((uint32_t)listed, state)];
    return change(board, *a, *b);
}

static void lower(Board32 *board, int32_t steps, uint32_t state)
{
    int64_t usual = 0, sum = 0, all = (int64_t)steps * board->count;
    int32_t a, b;
    for (int32_t i = 0; i < 64; i++) usual += llabs(pick(board, &state, &a, &b));
    usual /= 64;
    for (int64_t step = 0; step < all; step++) {
        int64_t threshold = usual * (all - step) / all / 2;
        int32_t worse = pick(board, &state, &a, &b);
        if (a == b || worse >= threshold) continue;
        swap_places(board, a, b);
        sum += worse;
    }
    for (int32_t i = 0; sum > 0 && i < board->count; i++) board->word[i] = i;  /* all in vain */
}

static int create(Board32 *board, int32_t count)
{
    size_t pairs = (size_t)count * (size_t)count + 1;
    *board = (Board32){ .count = count };
    board->apart = calloc(pairs, sizeof(int16_t));
    board->related = calloc(pairs, sizeof(int16_t));
    board->word = calloc((size_t)count + 1, sizeof(int32_t));
    board->ends = calloc((size_t)count + 1, sizeof(int32_t));
    return board->apart && board->related && board->word && board->ends ? 0 : -1;
}

int swap_words(int32_t count, const Box32 *boxes, const Related *related, int32_t related_count,
               Swapping how, int32_t *places)
{
    Board32 board;
    int result = create(&board, count);
    if (!result) result = list_partners(&board, boxes, how.alike);
    if (!result) {
        for (int32_t i = 0; i < count; i++) board.word[i] = i;
        for (int32_t k = 0; k < related_count; k++) {
            int16_t value = (int16_t)(related[k].value / SCALE);
            board.related[(size_t)related[k].first * (size_t)count + (size_t)related[k].second] = value;
            board.related[(size_t)related[k].second * (size_t)count + (size_t)related[k].first] = value;
        }
        find_distances(&board, boxes, how.bonus);
        if (count > 1) lower(&board, how.steps, (uint32_t)how.seed * 2654435761u);
        for (int32_t i = 0; i < count; i++) places[board.word[i]] = i;
    }
    free(board.apart);
    free(board.related);
    free(board.word);
    free(board.partners);
    free(board.ends);
    return result;
}
