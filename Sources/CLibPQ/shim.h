/* PostgreSQL's own client library. */
#include <postgresql/libpq-fe.h>
