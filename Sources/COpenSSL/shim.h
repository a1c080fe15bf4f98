#ifndef MUNIMENT_COpenSSL_H
#define MUNIMENT_COpenSSL_H
#include <openssl/opensslv.h>
#endif
