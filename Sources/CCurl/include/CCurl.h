#pragma once

/* libcurl: connections to other machines. Loaded when it is first needed; its variadic functions, once for each type of argument, as Swift can
   call them. */
#include <curl/curl.h>

typedef size_t (*gehoor_curl_piece)(char *bytes, size_t size, size_t count, void *context);

CURLcode gehoor_curl_set_long(CURL *easy, CURLoption option, long value);
CURLcode gehoor_curl_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode gehoor_curl_set_text(CURL *easy, CURLoption option, const char *text);
CURLcode gehoor_curl_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode gehoor_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list);
CURLcode gehoor_curl_set_piece(CURL *easy, CURLoption option, gehoor_curl_piece function);
CURLcode gehoor_curl_set_open(CURL *easy, curl_opensocket_callback function);
CURLcode gehoor_curl_set_debug(CURL *easy, curl_debug_callback function);

long gehoor_curl_get_long(CURL *easy, CURLINFO info);
double gehoor_curl_get_seconds(CURL *easy, CURLINFO info);
curl_socket_t gehoor_curl_get_socket(CURL *easy);
