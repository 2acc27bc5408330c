/* GMime: mail as bytes, in and out. Its casts are macros, which Swift does not see: here they are as functions, NULL when it is something else. */
#include <gmime/gmime.h>

static inline GMimeMultipart *gehoor_as_multipart(GMimeObject *object) { return GMIME_IS_MULTIPART(object) ? GMIME_MULTIPART(object) : NULL; }
static inline GMimePart *gehoor_as_part(GMimeObject *object) { return GMIME_IS_PART(object) ? GMIME_PART(object) : NULL; }
static inline GMimeMessagePart *gehoor_as_message_part(GMimeObject *object) {
    return GMIME_IS_MESSAGE_PART(object) ? GMIME_MESSAGE_PART(object) : NULL;
}
static inline InternetAddressMailbox *gehoor_as_mailbox(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_MAILBOX(address) ? INTERNET_ADDRESS_MAILBOX(address) : NULL;
}
static inline InternetAddressGroup *gehoor_as_group(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_GROUP(address) ? INTERNET_ADDRESS_GROUP(address) : NULL;
}
static inline GMimeObject *gehoor_message_object(GMimeMessage *message) { return GMIME_OBJECT(message); }
static inline GMimeObject *gehoor_part_object(GMimePart *part) { return GMIME_OBJECT(part); }
static inline GMimeObject *gehoor_multipart_object(GMimeMultipart *multipart) { return GMIME_OBJECT(multipart); }
static inline GMimeStreamMem *gehoor_memory_stream(GMimeStream *stream) { return GMIME_STREAM_MEM(stream); }

/* Since glibc 2.34, behind _GNU_SOURCE, which Swift does not set. */
#include <spawn.h>
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
