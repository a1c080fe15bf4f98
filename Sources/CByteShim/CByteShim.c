#include "CByteShim.h"

// A loop over bytes that a compiler makes as wide as the processor is, in a version for each kind; Swift makes it for the
// oldest there is.
#if defined(__x86_64__) && defined(__linux__) && defined(__clang__)
#define SHIM_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define SHIM_WIDE
#endif

enum { lanes = 64, most_threes = 3 };

SHIM_WIDE
size_t shim_find_three(const uint8_t *bytes, size_t length, size_t from, const uint8_t *threes, int count) {
    // What is not given repeats what is, so that the loop has no branch.
    uint8_t wanted[most_threes][3];
    for (int place = 0; place < most_threes; place++) {
        const uint8_t *three = threes + 3 * (place < count ? place : 0);
        wanted[place][0] = three[0], wanted[place][1] = three[1], wanted[place][2] = three[2];
    }
    size_t at = from;
    for (; at + lanes + 2 <= length; at += lanes) {
        const uint8_t *block = bytes + at;
        uint8_t found = 0;
        for (int lane = 0; lane < lanes; lane++) {
            const uint8_t first = block[lane] | 0x20, second = block[lane + 1] | 0x20, third = block[lane + 2] | 0x20;
            uint8_t here = 0;
            for (int place = 0; place < most_threes; place++) {
                here |= (uint8_t)((first == wanted[place][0]) & (second == wanted[place][1]) & (third == wanted[place][2]));
            }
            found |= here;
        }
        // Which of the lanes it is, the loop below finds out.
        if (found) break;
    }
    for (; at + 3 <= length; at++) {
        for (int place = 0; place < most_threes; place++) {
            if ((bytes[at] | 0x20) == wanted[place][0] && (bytes[at + 1] | 0x20) == wanted[place][1]
                && (bytes[at + 2] | 0x20) == wanted[place][2]) {
                return at;
            }
        }
    }
    return length;
}
