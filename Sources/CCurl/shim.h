#ifndef MUNIMENT_CCurl_H
#define MUNIMENT_CCurl_H
#include <curl/curl.h>
#endif
