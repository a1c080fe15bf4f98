#ifndef CBYTESHIM_H
#define CBYTESHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether three letters stand one behind the other in some bytes, in either case: any of `count` threes, small letters of
/// ASCII, which lie behind each other in `threes`. At most 3 are looked for. It may say yes to other bytes that differ from
/// the letters in the bit of case alone, and never says no where they stand.
bool shim_holds_threes(const uint8_t *bytes, size_t length, const uint8_t *threes, int count);

#endif
