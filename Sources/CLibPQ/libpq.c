#include "CLibPQ.h"

#include <CLate.h>

#define LIBRARY "libpq.so.5"

GEHOOR_LATE(PGconn *, PQconnectStartParams, (const char *const *a, const char *const *b, int c), (a, b, c))
GEHOOR_LATE(PostgresPollingStatusType, PQconnectPoll, (PGconn *a), (a))
GEHOOR_LATE(PQconninfoOption *, PQconninfoParse, (const char *a, char **b), (a, b))
GEHOOR_LATE(void, PQconninfoFree, (PQconninfoOption *a), (a))
GEHOOR_LATE(void, PQfinish, (PGconn *a), (a))

GEHOOR_LATE(ConnStatusType, PQstatus, (const PGconn *a), (a))
GEHOOR_LATE(char *, PQerrorMessage, (const PGconn *a), (a))
GEHOOR_LATE(const char *, PQparameterStatus, (const PGconn *a, const char *b), (a, b))
GEHOOR_LATE(int, PQserverVersion, (const PGconn *a), (a))
GEHOOR_LATE(int, PQbackendPID, (const PGconn *a), (a))
GEHOOR_LATE(int, PQsocket, (const PGconn *a), (a))
GEHOOR_LATE(PGVerbosity, PQsetErrorVerbosity, (PGconn *a, PGVerbosity b), (a, b))
GEHOOR_LATE(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn *a, PQnoticeProcessor b, void *c), (a, b, c))

GEHOOR_LATE(PGresult *, PQexec, (PGconn *a, const char *b), (a, b))
GEHOOR_LATE(
    PGresult *, PQexecParams,
    (PGconn *a, const char *b, int c, const Oid *d, const char *const *e, const int *f, const int *g, int h), (a, b, c, d, e, f, g, h))
GEHOOR_LATE(int, PQsendPrepare, (PGconn *a, const char *b, const char *c, int d, const Oid *e), (a, b, c, d, e))
GEHOOR_LATE(
    int, PQsendQueryParams,
    (PGconn *a, const char *b, int c, const Oid *d, const char *const *e, const int *f, const int *g, int h), (a, b, c, d, e, f, g, h))
GEHOOR_LATE(
    int, PQsendQueryPrepared, (PGconn *a, const char *b, int c, const char *const *d, const int *e, const int *f, int g),
    (a, b, c, d, e, f, g))
GEHOOR_LATE(int, PQenterPipelineMode, (PGconn *a), (a))
GEHOOR_LATE(int, PQexitPipelineMode, (PGconn *a), (a))
GEHOOR_LATE(int, PQpipelineSync, (PGconn *a), (a))
GEHOOR_LATE(int, PQsendFlushRequest, (PGconn *a), (a))
GEHOOR_LATE(int, PQflush, (PGconn *a), (a))
GEHOOR_LATE(int, PQconsumeInput, (PGconn *a), (a))
GEHOOR_LATE(PGnotify *, PQnotifies, (PGconn *a), (a))
GEHOOR_LATE(PGresult *, PQgetResult, (PGconn *a), (a))

GEHOOR_LATE(ExecStatusType, PQresultStatus, (const PGresult *a), (a))
GEHOOR_LATE(char *, PQresultErrorField, (const PGresult *a, int b), (a, b))
GEHOOR_LATE(char *, PQcmdStatus, (PGresult *a), (a))
GEHOOR_LATE(char *, PQcmdTuples, (PGresult *a), (a))
GEHOOR_LATE(int, PQntuples, (const PGresult *a), (a))
GEHOOR_LATE(int, PQnfields, (const PGresult *a), (a))
GEHOOR_LATE(Oid, PQftype, (const PGresult *a, int b), (a, b))
GEHOOR_LATE(char *, PQgetvalue, (const PGresult *a, int b, int c), (a, b, c))
GEHOOR_LATE(int, PQgetlength, (const PGresult *a, int b, int c), (a, b, c))
GEHOOR_LATE(int, PQgetisnull, (const PGresult *a, int b, int c), (a, b, c))
GEHOOR_LATE(void, PQclear, (PGresult *a), (a))
GEHOOR_LATE(void, PQfreemem, (void *a), (a))
