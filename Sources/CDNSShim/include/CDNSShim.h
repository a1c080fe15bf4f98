#ifndef CDNSSHIM_H
#define CDNSSHIM_H

/// Asks the system's resolver for the TXT records of a name. Swift cannot call what libresolv has as macros.
///
/// Each record is written as its strings joined, then a zero octet.
/// \returns the octets written; 0 if there are no such records; -1 if nobody answered; -2 if the room is too small.
int shim_txt(const char *name, unsigned char *room, int size);

#endif
