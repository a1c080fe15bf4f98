#ifndef MUNIMENT_CCURLSHIM_H
#define MUNIMENT_CCURLSHIM_H

#include <curl/curl.h>

/* libcurl's option and info functions are variadic, which Swift cannot call: one function per argument type. */
CURLcode shim_easy_set_long(CURL *easy, CURLoption option, long value);
CURLcode shim_easy_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode shim_easy_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode shim_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode shim_easy_set_address(CURL *easy, CURLU *value);
CURLcode shim_easy_set_sink(CURL *easy, CURLoption option, curl_write_callback value);
CURLcode shim_easy_set_debug(CURL *easy, curl_debug_callback value);
CURLcode shim_easy_set_socket(CURL *easy, curl_opensocket_callback value);

CURLcode shim_easy_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode shim_easy_get_text(CURL *easy, CURLINFO info, const char **value);
CURLcode shim_easy_get_pointer(CURL *easy, CURLINFO info, void **value);

CURLMcode shim_multi_set_long(CURLM *multi, CURLMoption option, long value);

/* The result of a CURLMSG_DONE message; the message holds it in a union beside a pointer. */
CURLcode shim_message_result(const CURLMsg *message);

/* Macros with a cast or an expression, which Swift does not import. */
extern const long shim_global_all;

#endif
