/* curl_multi CONCURRENCY < urls: fetches every URL with one libcurl multi handle and throws the bodies away.
   The floor for any crawler on libcurl: it reads no robots.txt, waits for nobody and keeps nothing. Prints one JSON line. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t count(char *data, size_t size, size_t items, void *total) {
  (void)data;
  *(unsigned long long *)total += size * items;
  return size * items;
}

static int add(CURLM *multi, CURL *easy, unsigned long long *total) {
  char line[4096];
  if (!fgets(line, sizeof line, stdin)) return 0;
  line[strcspn(line, "\r\n")] = 0;
  curl_easy_setopt(easy, CURLOPT_URL, line);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, count);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, total);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "bare-loop/1.0");
  curl_multi_add_handle(multi, easy);
  return 1;
}

int main(int argc, char **argv) {
  int width = argc > 1 ? atoi(argv[1]) : 64, active = 0, running = 0;
  unsigned long long bytes = 0, pages = 0;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  for (int i = 0; i < width; i++) {
    CURL *easy = curl_easy_init();
    if (add(multi, easy, &bytes)) active++;
    else curl_easy_cleanup(easy);
  }
  while (active > 0) {
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(multi, &left))) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL *easy = message->easy_handle;
      if (message->data.result == CURLE_OK) pages++;
      curl_multi_remove_handle(multi, easy);
      if (!add(multi, easy, &bytes)) {
        curl_easy_cleanup(easy);
        active--;
      }
    }
    if (active > 0) curl_multi_poll(multi, NULL, 0, 100, NULL);
  }
  curl_multi_cleanup(multi);
  printf("{\"pages\": %llu, \"bytes\": %llu}\n", pages, bytes);
  return 0;
}
