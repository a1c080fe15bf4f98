#ifndef CMALLOCSHIM_H
#define CMALLOCSHIM_H

/// Bounds how many arenas the allocator keeps; `count` is at least 1. Swift cannot see glibc's mallopt.
/// \returns whether the allocator has arenas and took the bound.
int shim_bound_arenas(int count);

#endif
