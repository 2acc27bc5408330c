#include "CCurl.h"

#include <CLate.h>
#include <stdarg.h>

#define LIBRARY "libcurl.so.4"

// Its header makes macros of these.
#undef curl_easy_setopt
#undef curl_easy_getinfo

GEHOOR_LATE(CURLcode, curl_global_init, (long a), (a))
GEHOOR_LATE(CURL *, curl_easy_init, (void), ())
GEHOOR_LATE(void, curl_easy_reset, (CURL *a), (a))
GEHOOR_LATE(void, curl_easy_cleanup, (CURL *a), (a))
GEHOOR_LATE(CURLcode, curl_easy_perform, (CURL *a), (a))
GEHOOR_LATE(CURLcode, curl_easy_send, (CURL *a, const void *b, size_t c, size_t *d), (a, b, c, d))
GEHOOR_LATE(CURLcode, curl_easy_recv, (CURL *a, void *b, size_t c, size_t *d), (a, b, c, d))
GEHOOR_LATE(const char *, curl_easy_strerror, (CURLcode a), (a))
GEHOOR_LATE(struct curl_slist *, curl_slist_append, (struct curl_slist *a, const char *b), (a, b))
GEHOOR_LATE(void, curl_slist_free_all, (struct curl_slist *a), (a))

typedef CURLcode (*set_option)(CURL *, CURLoption, ...);
typedef CURLcode (*get_info)(CURL *, CURLINFO, ...);

static set_option option_setter(void) { return (set_option)gehoor_late(LIBRARY, "curl_easy_setopt"); }
static get_info info_getter(void) { return (get_info)gehoor_late(LIBRARY, "curl_easy_getinfo"); }

CURLcode gehoor_curl_set_long(CURL *easy, CURLoption option, long value) { return option_setter()(easy, option, value); }
CURLcode gehoor_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) { return option_setter()(easy, option, value); }
CURLcode gehoor_curl_set_text(CURL *easy, CURLoption option, const char *text) { return option_setter()(easy, option, text); }
CURLcode gehoor_curl_set_pointer(CURL *easy, CURLoption option, void *value) { return option_setter()(easy, option, value); }
CURLcode gehoor_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) { return option_setter()(easy, option, list); }
CURLcode gehoor_curl_set_piece(CURL *easy, CURLoption option, gehoor_curl_piece function) {
    return option_setter()(easy, option, function);
}
CURLcode gehoor_curl_set_open(CURL *easy, curl_opensocket_callback function) {
    return option_setter()(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}
CURLcode gehoor_curl_set_debug(CURL *easy, curl_debug_callback function) {
    return option_setter()(easy, CURLOPT_DEBUGFUNCTION, function);
}

long gehoor_curl_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    info_getter()(easy, info, &value);
    return value;
}
double gehoor_curl_get_seconds(CURL *easy, CURLINFO info) {
    curl_off_t microseconds = 0;
    info_getter()(easy, info, &microseconds);
    return (double)microseconds / 1e6;
}
curl_socket_t gehoor_curl_get_socket(CURL *easy) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    info_getter()(easy, CURLINFO_ACTIVESOCKET, &socket);
    return socket;
}
