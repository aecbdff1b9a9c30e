#include "_near.h"

#include "_numbers.h"

Ink near_ink(const Board *board, int32_t word, Spot spot)
{
    const Mask *mask = &board->masks[word];
    int32_t step = STEPS / COLUMNS;
    return (Ink){ (spot.x + mask->gap_x) * step, spot.y + mask->gap_y,
                  (spot.x + mask->skyline.width - mask->gap_x) * step,
                  spot.y + mask->skyline.height - mask->gap_y };
}

int near_neighbours(Ink a, Ink b)
{
    int64_t across = greater(0, greater(a.left - b.right, b.left - a.right));
    int64_t down = greater(0, greater(a.top - b.bottom, b.top - a.bottom));
    int64_t reach = lesser(a.bottom - a.top, b.bottom - b.top);
    return 4 * (across * across + down * down) <= reach * reach;
}

int64_t near_together(const Ink *inks, const Related *related, int32_t related_count)
{
    int64_t sum = 0;
    for (int32_t k = 0; k < related_count; k++)
        if (near_neighbours(inks[related[k].first], inks[related[k].second]))
            sum += related[k].value;
    return sum;
}
