#ifndef MUNIMENT_CTIMESTAMPSHIM_H
#define MUNIMENT_CTIMESTAMPSHIM_H

#include <stddef.h>

/* OpenSSL's time-stamping functions work on structures and stacks of macros, which Swift cannot use: a request and a
   check, each in one call. */

/* A time-stamp request (RFC 3161, section 2.4.1) over a SHA-256 digest of 32 bytes, with a nonce of 8. Returns its
   length and gives its bytes, to be freed with shim_timestamp_free; 0 if there is no memory. */
int shim_timestamp_request(const unsigned char *digest, const unsigned char *nonce, unsigned char **out);
void shim_timestamp_free(unsigned char *bytes);

/* Checks a response (RFC 3161, section 2.4.2) over a SHA-256 digest against a PEM file of authorities. Certificates are
   looked at as of the time in the stamp. Returns 1 and that time, in seconds since 1970; or 0 and why not. */
int shim_timestamp_check(const unsigned char *response, long length, const unsigned char *digest,
                         const char *authorities, long long *seconds, char *why, size_t size);

#endif
