/* libcurl: connections to other machines. Its variadic functions, once for each type of argument, as Swift can call them. */
#include <curl/curl.h>

typedef size_t (*gehoor_curl_piece)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode gehoor_curl_set_long(CURL *easy, CURLoption option, long value) { return (curl_easy_setopt)(easy, option, value); }
static inline CURLcode gehoor_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) { return (curl_easy_setopt)(easy, option, value); }
static inline CURLcode gehoor_curl_set_text(CURL *easy, CURLoption option, const char *text) { return (curl_easy_setopt)(easy, option, text); }
static inline CURLcode gehoor_curl_set_pointer(CURL *easy, CURLoption option, void *value) { return (curl_easy_setopt)(easy, option, value); }
static inline CURLcode gehoor_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
    return (curl_easy_setopt)(easy, option, list);
}
static inline CURLcode gehoor_curl_set_piece(CURL *easy, CURLoption option, gehoor_curl_piece function) {
    return (curl_easy_setopt)(easy, option, function);
}
static inline CURLcode gehoor_curl_set_open(CURL *easy, curl_opensocket_callback function) {
    return (curl_easy_setopt)(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}
static inline CURLcode gehoor_curl_set_debug(CURL *easy, curl_debug_callback function) {
    return (curl_easy_setopt)(easy, CURLOPT_DEBUGFUNCTION, function);
}

static inline long gehoor_curl_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    (curl_easy_getinfo)(easy, info, &value);
    return value;
}
static inline double gehoor_curl_get_seconds(CURL *easy, CURLINFO info) {
    curl_off_t microseconds = 0;
    (curl_easy_getinfo)(easy, info, &microseconds);
    return (double)microseconds / 1e6;
}
static inline curl_socket_t gehoor_curl_get_socket(CURL *easy) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    (curl_easy_getinfo)(easy, CURLINFO_ACTIVESOCKET, &socket);
    return socket;
}
