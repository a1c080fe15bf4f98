#ifndef CBYTESHIM_H
#define CBYTESHIM_H

#include <stddef.h>
#include <stdint.h>

/// Where three letters stand one behind the other in some bytes, in either case, for the first time from a place on: any of
/// `count` threes, small letters of ASCII, which lie behind each other in `threes`. At most 3 are looked for. `length` if they
/// stand nowhere. It may find other bytes that differ from the letters in the bit of case alone, and never passes over them.
size_t shim_find_three(const uint8_t *bytes, size_t length, size_t from, const uint8_t *threes, int count);

#endif
