#ifndef CDNSSHIM_H
#define CDNSSHIM_H

/// Asks for the TXT records of a name. Swift cannot call what libresolv has as macros.
///
/// Each record is written as its strings joined, then a zero octet.
/// \param address of a name server, IPv4 in the machine's order, to ask instead of those of the system
/// \param port its port; 0 to ask those of the system
/// \returns the octets written; 0 if there are no such records; -1 if nobody answered; -2 if the room is too small.
int shim_txt(const char *name, unsigned int address, unsigned short port, unsigned char *room, int size);

#endif
