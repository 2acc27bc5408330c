#pragma once

#include <stdatomic.h>

// Libraries that are loaded when the first of their functions is called. A mail server starts a process for each mail; libcurl and libpq, which
// taking a mail in does not need, bring more than twenty libraries with them, and took a seventh of that start.

// The function of that name. Ends the process, and says why, where the library or the function is missing.
void *gehoor_late(const char *library, const char *function);

// Defines a function as its header declares it, so that the compiler sees to the types: GEHOOR_LATE(int, PQsocket, (const PGconn *a), (a)).
// Wants LIBRARY. Hidden, so that libraries that are loaded later don't take it for their own.
#define GEHOOR_LATE(result, name, parameters, arguments)                                             \
    __attribute__((visibility("hidden"))) result name parameters {                                   \
        static _Atomic(__typeof__(&name)) found;                                                     \
        __typeof__(&name) function = atomic_load_explicit(&found, memory_order_acquire);             \
        if (!function) {                                                                             \
            function = (__typeof__(&name))gehoor_late(LIBRARY, #name);                               \
            atomic_store_explicit(&found, function, memory_order_release);                           \
        }                                                                                            \
        return function arguments;                                                                   \
    }
