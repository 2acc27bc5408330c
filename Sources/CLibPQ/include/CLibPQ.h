#pragma once

/* PostgreSQL's own client library. Loaded when it is first needed. */
#include <postgresql/libpq-fe.h>
