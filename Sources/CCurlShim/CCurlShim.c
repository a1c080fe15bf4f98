#define CURL_DISABLE_TYPECHECK
#include "CCurlShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

/* libcurl brings some thirty libraries along, and only a part of the commands fetches anything. So it is not linked: it is
   loaded when a function of it is first called, and the functions by its own names that are called here pass on to it. Where it
   cannot be loaded each of them tells that it failed, and curl_global_init above all. */

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL); }

static void *find(const char *name) {
    pthread_once(&once, load);
    return library ? dlsym(library, name) : NULL;
}

/* The address of a function of libcurl; looked up once. */
#define FIND(name)                                             \
    static _Atomic(void *) known;                              \
    void *found = atomic_load_explicit(&known, memory_order_relaxed); \
    if (!found) {                                              \
        found = find(name);                                    \
        atomic_store_explicit(&known, found, memory_order_relaxed); \
    }

#define PASS_ON(type, name, failed, parameters, arguments)     \
    type name parameters {                                     \
        FIND(#name)                                            \
        return found ? ((type(*) parameters)found) arguments : (failed); \
    }

#define PASS_ON_VOID(name, parameters, arguments)              \
    void name parameters {                                     \
        FIND(#name)                                            \
        if (found) ((void(*) parameters)found) arguments;      \
    }

static const char missing[] = "libcurl.so.4 cannot be loaded; install libcurl4";

PASS_ON(CURLcode, curl_global_init, CURLE_FAILED_INIT, (long flags), (flags))
PASS_ON(CURL *, curl_easy_init, NULL, (void), ())
PASS_ON(CURLcode, curl_easy_perform, CURLE_FAILED_INIT, (CURL *easy), (easy))
PASS_ON(const char *, curl_easy_strerror, missing, (CURLcode code), (code))
PASS_ON(CURLM *, curl_multi_init, NULL, (void), ())
PASS_ON(CURLMcode, curl_multi_add_handle, CURLM_INTERNAL_ERROR, (CURLM *multi, CURL *easy), (multi, easy))
PASS_ON(CURLMcode, curl_multi_remove_handle, CURLM_INTERNAL_ERROR, (CURLM *multi, CURL *easy), (multi, easy))
PASS_ON(CURLMcode, curl_multi_perform, CURLM_INTERNAL_ERROR, (CURLM *multi, int *running), (multi, running))
PASS_ON(CURLMcode, curl_multi_poll, CURLM_INTERNAL_ERROR,
        (CURLM *multi, struct curl_waitfd extra[], unsigned int count, int milliseconds, int *ready),
        (multi, extra, count, milliseconds, ready))
PASS_ON(CURLMcode, curl_multi_wakeup, CURLM_INTERNAL_ERROR, (CURLM *multi), (multi))
PASS_ON(CURLMcode, curl_multi_cleanup, CURLM_INTERNAL_ERROR, (CURLM *multi), (multi))
PASS_ON(CURLMsg *, curl_multi_info_read, NULL, (CURLM *multi, int *left), (multi, left))
PASS_ON(const char *, curl_multi_strerror, missing, (CURLMcode code), (code))
PASS_ON(struct curl_slist *, curl_slist_append, NULL, (struct curl_slist *list, const char *text), (list, text))
PASS_ON(CURLU *, curl_url, NULL, (void), ())
PASS_ON(CURLUcode, curl_url_get, CURLUE_OUT_OF_MEMORY,
        (CURLU *url, CURLUPart part, char **text, unsigned int flags), (url, part, text, flags))
PASS_ON(CURLUcode, curl_url_set, CURLUE_OUT_OF_MEMORY,
        (CURLU *url, CURLUPart part, const char *text, unsigned int flags), (url, part, text, flags))
PASS_ON(const char *, curl_url_strerror, missing, (CURLUcode code), (code))
PASS_ON_VOID(curl_easy_cleanup, (CURL *easy), (easy))
PASS_ON_VOID(curl_url_cleanup, (CURLU *url), (url))
PASS_ON_VOID(curl_slist_free_all, (struct curl_slist *list), (list))
PASS_ON_VOID(curl_free, (void *memory), (memory))

typedef CURLcode (*easy_setter)(CURL *, CURLoption, ...);
typedef CURLcode (*easy_getter)(CURL *, CURLINFO, ...);
typedef CURLMcode (*multi_setter)(CURLM *, CURLMoption, ...);

#define SET_EASY(option)                                       \
    {                                                          \
        FIND("curl_easy_setopt")                               \
        return found ? ((easy_setter)found)(easy, option, value) : CURLE_FAILED_INIT; \
    }

#define GET_EASY                                               \
    {                                                          \
        FIND("curl_easy_getinfo")                              \
        return found ? ((easy_getter)found)(easy, info, value) : CURLE_FAILED_INIT; \
    }

CURLcode shim_easy_set_long(CURL *easy, CURLoption option, long value) SET_EASY(option)

CURLcode shim_easy_set_text(CURL *easy, CURLoption option, const char *value) SET_EASY(option)

CURLcode shim_easy_set_pointer(CURL *easy, CURLoption option, void *value) SET_EASY(option)

CURLcode shim_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value) SET_EASY(option)

CURLcode shim_easy_set_address(CURL *easy, CURLU *value) SET_EASY(CURLOPT_CURLU)

CURLcode shim_easy_set_sink(CURL *easy, CURLoption option, curl_write_callback value) SET_EASY(option)

CURLcode shim_easy_set_debug(CURL *easy, curl_debug_callback value) SET_EASY(CURLOPT_DEBUGFUNCTION)

CURLcode shim_easy_set_socket(CURL *easy, curl_opensocket_callback value)
    SET_EASY(CURLOPT_OPENSOCKETFUNCTION)

CURLcode shim_easy_get_long(CURL *easy, CURLINFO info, long *value) GET_EASY

CURLcode shim_easy_get_text(CURL *easy, CURLINFO info, const char **value) GET_EASY

CURLcode shim_easy_get_pointer(CURL *easy, CURLINFO info, void **value) GET_EASY

CURLMcode shim_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    FIND("curl_multi_setopt")
    return found ? ((multi_setter)found)(multi, option, value) : CURLM_INTERNAL_ERROR;
}

CURLcode shim_message_result(const CURLMsg *message) {
    return message->data.result;
}

const long shim_global_all = CURL_GLOBAL_ALL;
