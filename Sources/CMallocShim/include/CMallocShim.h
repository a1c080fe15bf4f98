#ifndef CMALLOCSHIM_H
#define CMALLOCSHIM_H

/// Bounds how many arenas the allocator keeps; `count` is at least 1. Swift cannot see glibc's mallopt.
/// \returns whether the allocator has arenas and took the bound.
int shim_bound_arenas(int count);

/// Lets the heap of the main thread grow by `bytes` at once, keeps that much of it when it is freed, and takes from it what is
/// up to 4 MiB large. Call it once, early.
/// \returns whether the allocator took it.
int shim_widen_heap(int bytes);

/// Gives free pages of all arenas back to the kernel, but for `kept` bytes at the end of the main thread's heap.
/// \returns whether any were given back.
int shim_give_back(int kept);

#endif
