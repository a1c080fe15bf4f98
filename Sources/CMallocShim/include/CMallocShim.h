#ifndef CMALLOCSHIM_H
#define CMALLOCSHIM_H

#include <stddef.h>

/// Bounds how many arenas the allocator keeps; `count` is at least 1. Swift cannot see glibc's mallopt.
/// \returns whether the allocator has arenas and took the bound.
int shim_bound_arenas(int count);

/// Lets the heap of the main thread grow by `bytes` at once, keeps that much of it when it is freed, and asks the kernel
/// for large pages under it. Call it once, early.
/// \returns whether the kernel took the advice.
int shim_widen_heap(size_t bytes);

/// Asks the kernel for large pages under the arena that the calling thread allocates from.
/// \returns whether the kernel took the advice.
int shim_widen_arena(void);

#endif
