/* The inner loop in C: the same numbers as kernels.py, compiled at run time where a compiler is (see native.py). */
#include <stdint.h>

static inline uint32_t bits(uint64_t x) { return (uint32_t)__builtin_popcountll(x); }

/* For each of m records: every partner it meets once, Dice in 65536ths plus the bonus of the first block, best k. */
int64_t best(const uint64_t *here, const uint64_t *there, const uint16_t *there_bits, int64_t m, int64_t words,
             int64_t blocks, const int64_t *const *first, const int64_t *const *number, const uint32_t *const *rows,
             const uint32_t *bonus, uint32_t *seen, int64_t keep, uint32_t least, uint32_t *out_rows,
             uint32_t *out_score)
{
    int64_t looked_at = 0;
    for (int64_t i = 0; i < m; i++) {
        const uint64_t *a = here + i * words;
        uint32_t mine = 0;
        uint32_t *r = out_rows + i * keep, *s = out_score + i * keep;
        for (int64_t w = 0; w < words; w++) mine += bits(a[w]);
        for (int64_t k = 0; k < blocks; k++) {
            const uint32_t *row = rows[k] + first[k][i];
            int64_t n = number[k][i];
            for (int64_t j = 0; j < n; j++) {
                uint32_t b = row[j];
                if (j + 8 < n) __builtin_prefetch(there + (int64_t)row[j + 8] * words);
                if (seen[b] == (uint32_t)i + 1) continue;
                seen[b] = (uint32_t)i + 1;
                looked_at++;
                const uint64_t *t = there + (int64_t)b * words;
                uint32_t common = 0, total = mine + there_bits[b];
                for (int64_t w = 0; w < words; w++) common += bits(a[w] & t[w]);
                uint32_t score = common * 131072u / (total ? total : 1) + bonus[k];
                if (score < least) continue;
                if (score < s[keep - 1] || (score == s[keep - 1] && b > r[keep - 1])) continue;
                int64_t at = keep - 1;
                while (at > 0 && (s[at - 1] < score || (s[at - 1] == score && r[at - 1] > b))) {
                    s[at] = s[at - 1];
                    r[at] = r[at - 1];
                    at--;
                }
                s[at] = score;
                r[at] = b;
            }
        }
    }
    return looked_at;
}

/* The k of n filters most like one: places and Dice in 65536ths; of equal ones the lower row. Gives how many. */
int64_t likest(const uint64_t *one, const uint64_t *there, const uint16_t *there_bits, const uint32_t *rows, int64_t n,
               int64_t words, int64_t keep, uint32_t *out_rows, uint32_t *out_score)
{
    uint32_t mine = 0;
    int64_t found = 0;
    for (int64_t w = 0; w < words; w++) mine += bits(one[w]);
    for (int64_t i = 0; i < n; i++) {
        const uint64_t *t = there + i * words;
        uint32_t common = 0, total = mine + there_bits[i];
        for (int64_t w = 0; w < words; w++) common += bits(one[w] & t[w]);
        uint32_t score = common * 131072u / (total ? total : 1), row = rows[i];
        if (!score) continue;
        if (found == keep) {
            if (score < out_score[keep - 1] || (score == out_score[keep - 1] && row > out_rows[keep - 1])) continue;
        } else {
            found++;
        }
        int64_t at = found - 1;
        while (at > 0 && (out_score[at - 1] < score || (out_score[at - 1] == score && out_rows[at - 1] > row))) {
            out_score[at] = out_score[at - 1];
            out_rows[at] = out_rows[at - 1];
            at--;
        }
        out_score[at] = score;
        out_rows[at] = row;
    }
    return found;
}

/* The roof: pairs of records compared as fast as this machine counts bits; returns a sum so that nothing is left out. */
uint64_t roof(const uint64_t *a, const uint64_t *b, int64_t m, int64_t n, int64_t words)
{
    uint64_t sum = 0;
    for (int64_t i = 0; i < m; i++)
        for (int64_t j = 0; j < n; j++)
            for (int64_t w = 0; w < words; w++) sum += bits(a[i * words + w] & b[j * words + w]);
    return sum;
}
