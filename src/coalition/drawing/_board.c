#include "_board.h"

#include <stdlib.h>
#include <string.h>

#include "_numbers.h"

#define BUCKET_X (32 * COLUMNS)
#define BUCKET_Y (4 * STEPS)
#define MOVE_X (COLUMNS - 1)        /* how far a word may move from its cell */
#define MOVE_Y (STEPS - STEPS / 4)

#define BESIDE MOVE_Y               /* shared rows that moving down cannot part */
#define LIKE_SIZE 150               /* percent: two sizes that read as one */
#define ONE_LINE 15                 /* percent of an em: two baselines that read as one */

int board_create(Board *board, const Mask *masks, int32_t count, int32_t width, int32_t height)
{
    *board = (Board){ .masks = masks, .width = width, .height = height, .unused = -1,
                      .across = width * COLUMNS / BUCKET_X + 1,
                      .down = height * STEPS / BUCKET_Y + 1 };
    size_t buckets = (size_t)board->across * (size_t)board->down, words = (size_t)count + 1;
    board->heads = malloc(buckets * sizeof(int32_t));
    board->spots = calloc(words, sizeof(Spot));
    board->seen = calloc(words, sizeof(uint32_t));
    board->near = calloc(words, sizeof(int32_t));
    board->beside = calloc(words, 1);
    if (!board->heads || !board->spots || !board->seen || !board->near || !board->beside) {
        board_free(board);
        return -1;
    }
    for (size_t i = 0; i < buckets; i++) board->heads[i] = -1;
    return 0;
}

void board_free(Board *board)
{
    free(board->heads);
    free(board->spots);
    free(board->seen);
    free(board->near);
    free(board->beside);
    free(board->links);
    *board = (Board){ 0 };
}

/* -- neighbours ------------------------------------------------------------------------------- */

/* A box in columns and steps; right and bottom are not included. */
typedef struct { int32_t left, top, right, bottom; } Box;

static Box box_of(const Board *board, int32_t word, Spot spot)
{
    const Skyline *skyline = &board->masks[word].skyline;
    return (Box){ spot.x, spot.y, spot.x + skyline->width, spot.y + skyline->height };
}

static int meet(Box a, Box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/* The buckets that a box reaches into, both ends included. */
static Box buckets_of(const Board *board, Box box)
{
    return (Box){ clamp(floor_div(box.left, BUCKET_X), 0, board->across - 1),
                  clamp(floor_div(box.top, BUCKET_Y), 0, board->down - 1),
                  clamp(floor_div(box.right - 1, BUCKET_X), 0, board->across - 1),
                  clamp(floor_div(box.bottom - 1, BUCKET_Y), 0, board->down - 1) };
}

/* Lists the placed words whose boxes meet this one. */
static void list_near(Board *board, Box box)
{
    Box range = buckets_of(board, box);
    board->near_count = 0;
    board->turn++;
    for (int32_t row = range.top; row <= range.bottom; row++) {
        for (int32_t column = range.left; column <= range.right; column++) {
            int32_t link = board->heads[row * board->across + column];
            for (; link >= 0; link = board->links[link].next) {
                int32_t word = board->links[link].word;
                if (board->seen[word] == board->turn) continue;
                board->seen[word] = board->turn;
                if (meet(box, box_of(board, word, board->spots[word])))
                    board->near[board->near_count++] = word;
            }
        }
    }
}

/* -1: memory ran out. */
static int32_t unused_link(Board *board)
{
    int32_t link = board->unused;
    if (link >= 0) {
        board->unused = board->links[link].next;
        return link;
    }
    if (board->link_count == board->link_room) {
        int32_t room = board->link_room * 2 + 256;
        Link *links = realloc(board->links, sizeof(Link) * (size_t)room);
        if (!links) return -1;
        board->links = links;
        board->link_room = room;
    }
    return board->link_count++;
}

int board_put(Board *board, int32_t word, Spot spot)
{
    Box range = buckets_of(board, box_of(board, word, spot));
    board->spots[word] = spot;
    for (int32_t row = range.top; row <= range.bottom; row++) {
        for (int32_t column = range.left; column <= range.right; column++) {
            int32_t link = unused_link(board), *head = &board->heads[row * board->across + column];
            if (link < 0) return -1;
            board->links[link] = (Link){ word, *head };
            *head = link;
        }
    }
    return 0;
}

void board_take(Board *board, int32_t word)
{
    Box range = buckets_of(board, box_of(board, word, board->spots[word]));
    for (int32_t row = range.top; row <= range.bottom; row++) {
        for (int32_t column = range.left; column <= range.right; column++) {
            int32_t *link = &board->heads[row * board->across + column];
            while (*link >= 0 && board->links[*link].word != word) link = &board->links[*link].next;
            if (*link < 0) continue;
            int32_t taken = *link;
            *link = board->links[taken].next;
            board->links[taken].next = board->unused;
            board->unused = taken;
        }
    }
}

/* -- fitting ---------------------------------------------------------------------------------- */

typedef struct { int32_t low, high; } Range;

/* How far below `over`'s corner `under`'s has to be, for both at these columns. */
static int32_t drop(const int16_t *lower, const int16_t *upper, int32_t count)
{
    int16_t most = INT16_MIN;
    for (int32_t i = 0; i < count; i++) {
        int16_t depth = (int16_t)(lower[i] - upper[i]);
        most = depth > most ? depth : most;
    }
    return most;
}

static int32_t distance_down(const Skyline *over, int32_t over_x, const Skyline *under,
                             int32_t under_x)
{
    int32_t low = greater(over_x, under_x);
    int32_t high = lesser(over_x + over->width, under_x + under->width);
    return drop(over->lower + (low - over_x), under->upper + (low - under_x), high - low);
}

/* Words whose letters share rows with the word's stand beside it: left or right of it as their
 * middles do. What they leave of the columns it may start at; where that is nothing, it stays so
 * until the word's middle has passed that of the word in its way. */
static Range room_across(Board *board, Ask *ask, int32_t x, int32_t y)
{
    const Mask *mask = &board->masks[ask->word];
    int32_t width = mask->skyline.width;
    Range range = { x - MOVE_X, x + MOVE_X };
    for (int32_t k = 0; k < board->near_count; k++) {
        const Mask *other = &board->masks[board->near[k]];
        Box box = box_of(board, board->near[k], board->spots[board->near[k]]);
        board->beside[k] = lesser(box.top + other->core_end, y + mask->core_end)
                           - greater(box.top + other->core, y + mask->core) > BESIDE;
        if (!board->beside[k]) continue;
        int32_t past = box.left + box.right - width;  /* twice the column of one middle */
        if (past <= 2 * x) {
            if (box.right <= range.low) continue;
            range.low = box.right;
            ask->left = floor_div(past - 1, 2 * COLUMNS);
        } else {
            if (box.left - width >= range.high) continue;
            range.high = box.left - width;
            ask->right = -floor_div(-past, 2 * COLUMNS);
        }
    }
    return range;
}

/* Whether a baseline of the one stands so near to one of the other: `apart` is how far the first
 * one's first is below the other's. */
static int share_a_line(const Mask *one, const Mask *other, int64_t apart, int64_t most)
{
    if (llabs(apart) <= most || (one->second && llabs(apart + one->second) <= most)) return 1;
    if (!other->second) return 0;
    apart -= other->second;
    return llabs(apart) <= most || (one->second && llabs(apart + one->second) <= most);
}

/* Steps kept between two words that would be read as one; 0 where they would not. */
static int32_t phrase_gap(const Board *board, int32_t a, Spot at, int32_t b)
{
    const Mask *one = &board->masks[a], *other = &board->masks[b];
    Spot spot = board->spots[b];
    int32_t small = lesser(one->em, other->em), large = greater(one->em, other->em);
    if ((int64_t)large * 100 > (int64_t)small * LIKE_SIZE || one->turned != other->turned) return 0;
    int64_t apart = ((int64_t)at.y - one->skyline.top) - ((int64_t)spot.y - other->skyline.top);
    if (one->turned)  /* its second line is to the left of the first */
        apart = (((int64_t)spot.x - other->skyline.left) - ((int64_t)at.x - one->skyline.left))
                * (STEPS / COLUMNS);
    int64_t most = (int64_t)small * ONE_LINE / 100;
    if (!share_a_line(one, other, apart, most)) return 0;
    return (int32_t)((int64_t)small * board->phrase / 1000);
}

/* What the words above and below leave of the steps it may start at. */
static Range room_down(const Board *board, int32_t word, int32_t x, int32_t y)
{
    const Mask *mask = &board->masks[word];
    const Skyline *skyline = &mask->skyline;
    Range range = { y - MOVE_Y, y + MOVE_Y };
    for (int32_t k = 0; k < board->near_count && range.low <= range.high; k++) {
        const Mask *other = &board->masks[board->near[k]];
        Spot spot = board->spots[board->near[k]];
        if (board->beside[k] || spot.x >= x + skyline->width
            || x >= spot.x + other->skyline.width) continue;
        int32_t gap = mask->turned ? phrase_gap(board, word, (Spot){ x, y }, board->near[k]) : 0;
        if (2 * spot.y + other->core + other->core_end < 2 * y + mask->core + mask->core_end)
            range.low = greater(range.low,
                                spot.y + distance_down(&other->skyline, spot.x, skyline, x) + gap);
        else
            range.high = lesser(range.high,
                                spot.y - distance_down(skyline, x, &other->skyline, spot.x) - gap);
    }
    return range;
}

/* What the words on its line leave of the columns it may start at. Beside one line of a word and
 * above or below its other there is no room: it would be read with the one. */
static Range room_on_line(const Board *board, int32_t word, Spot spot, Range range)
{
    const Mask *mask = &board->masks[word];
    if (mask->turned) return range;
    Box own = box_of(board, word, spot);
    for (int32_t k = 0; k < board->near_count; k++) {
        Box box = box_of(board, board->near[k], board->spots[board->near[k]]);
        int32_t gap = phrase_gap(board, word, spot, board->near[k]) * COLUMNS / STEPS;
        if (!gap) continue;
        if (box.right <= own.left) range.low = greater(range.low, box.right + gap);
        else if (own.right <= box.left)
            range.high = lesser(range.high, box.left - gap - (own.right - own.left));
        else if (mask->second || board->masks[board->near[k]].second)
            range.low = range.high + 1;
    }
    return range;
}

/* Every cell that a skyline touches there is one of those that words may touch. */
static int is_inside(const Board *board, const Skyline *skyline, Spot spot)
{
    if (!board->outside) return 1;
    for (int32_t i = 0; i < skyline->width; i++) {
        int32_t column = floor_div(spot.x + i, COLUMNS);
        int32_t first = floor_div(spot.y + skyline->upper[i], STEPS);
        int32_t last = floor_div(spot.y + skyline->lower[i] - 1, STEPS);
        if (column < 0 || column >= board->width || first < 0 || last >= board->height) return 0;
        for (int32_t row = first; row <= last; row++)
            if (board->outside[(size_t)row * (size_t)board->width + (size_t)column]) return 0;
    }
    return 1;
}

int board_fits(Board *board, Ask *ask)
{
    const Mask *mask = &board->masks[ask->word];
    const Skyline *skyline = &mask->skyline;
    int32_t x = ask->x * COLUMNS, y = ask->y * STEPS;
    int32_t phrase = (int32_t)((int64_t)mask->em * board->phrase / 1000);
    int32_t line = mask->turned ? 0 : phrase * COLUMNS / STEPS, below = mask->turned ? phrase : 0;
    int32_t best_x = ask->want_x * COLUMNS - skyline->width / 2;
    int32_t best_y = ask->want_y * STEPS - skyline->height / 2;
    list_near(board, (Box){ x - MOVE_X - line, y - MOVE_Y - below,
                            x + MOVE_X + skyline->width + line,
                            y + MOVE_Y + skyline->height + below });
    ask->left = ask->x - 1;
    ask->right = ask->x + 1;
    Range across = room_across(board, ask, x, y);
    if (across.low > across.high) return 0;
    ask->left = ask->x - 1;
    ask->right = ask->x + 1;
    for (int32_t attempt = 0; attempt < 2 && across.low <= across.high; attempt++) {
        ask->spot.x = clamp(best_x, across.low, across.high);
        Range down = room_down(board, ask->word, ask->spot.x, y);
        if (down.low > down.high) return 0;
        ask->spot.y = clamp(best_y, down.low, down.high);
        across = room_on_line(board, ask->word, ask->spot, across);
        if (across.low <= ask->spot.x && ask->spot.x <= across.high)
            return is_inside(board, skyline, ask->spot);
    }
    return 0;
}

int board_allows(Board *board, int32_t word, Spot spot)
{
    const Skyline *skyline = &board->masks[word].skyline;
    Box box = box_of(board, word, spot);
    if (box.left < 0 || box.top < 0 || box.right > board->width * COLUMNS
        || box.bottom > board->height * STEPS || !is_inside(board, skyline, spot)) return 0;
    list_near(board, box);
    for (int32_t k = 0; k < board->near_count; k++) {
        const Skyline *other = &board->masks[board->near[k]].skyline;
        Spot at = board->spots[board->near[k]];
        int32_t shared = lesser(box.right, at.x + other->width) - greater(box.left, at.x);
        if (shared <= 1) continue;
        int32_t under = at.y + distance_down(other, at.x, skyline, spot.x);
        int32_t over = at.y - distance_down(skyline, spot.x, other, at.x);
        if (spot.y < under - 2 && spot.y > over + 2) return 0;
    }
    return 1;
}
