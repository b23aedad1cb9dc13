/*
 * A disk that remembers, or fails. Preloaded into a process (LD_PRELOAD), it looks at the files below
 * DISK_FOLDER only:
 *   DISK_LOG=file       writes down every write, truncation, flush, creation and removal there, and every
 *                       line that the process prints, in order
 *   DISK_FAIL_AT=n      lets the n-th write, truncation or flush fail, with DISK_ERRNO (EIO or ENOSPC),
 *                       and all after it too if DISK_STICKY is set
 *   DISK_COUNT=file     writes down how many there were
 *   DISK_DIE_AT=n       kills the process before the n-th
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 1024
static char *paths[MOST_FILES];
static const char *folder;
static size_t folder_length;
static int log_fd = -1;
static long fail_at, die_at, seen;
static int fail_errno, sticky;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int real_open(const char *path, int flags, mode_t mode) {
  static int (*real)(const char *, int, ...);
  if (!real) real = dlsym(RTLD_NEXT, "open64");
  return real(path, flags, mode);
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("DISK_FOLDER");
  if (!folder) return;
  folder_length = strlen(folder);
  const char *text = getenv("DISK_LOG");
  if (text) {
    int fd = real_open(text, O_WRONLY | O_CREAT | O_APPEND, 0600);
    log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 900);
    REAL(close)(fd);
  }
  fail_at = (text = getenv("DISK_FAIL_AT")) ? atol(text) : 0;
  die_at = (text = getenv("DISK_DIE_AT")) ? atol(text) : 0;
  sticky = getenv("DISK_STICKY") != NULL;
  text = getenv("DISK_ERRNO");
  fail_errno = text && strcmp(text, "ENOSPC") == 0 ? ENOSPC : EIO;
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("DISK_COUNT");
  if (!folder || !file) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", seen);
  int fd = real_open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd >= 0) {
    (void)!REAL(write)(fd, text, length);
    REAL(close)(fd);
  }
}

static int is_below(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static const char *path_of(int fd) {
  return fd >= 0 && fd < MOST_FILES ? paths[fd] : NULL;
}

/* One record: operation, length of path, length of data, offset; then path and data. */
static void note(char operation, const char *path, uint64_t offset, const void *data, uint32_t length) {
  if (log_fd < 0) return;
  unsigned char head[15];
  uint16_t path_length = path ? strlen(path) : 0;
  head[0] = operation;
  memcpy(head + 1, &path_length, 2);
  memcpy(head + 3, &length, 4);
  memcpy(head + 7, &offset, 8);
  struct iovec parts[3] = {{head, 15}, {(void *)path, path_length}, {(void *)data, length}};
  (void)!REAL(writev)(log_fd, parts, 3);
}

/* Counts an operation on the disk; true when it is to fail. */
static int fails(void) {
  seen += 1;
  if (die_at && seen == die_at) kill(getpid(), SIGKILL);
  if (!fail_at || !(seen == fail_at || (sticky && seen > fail_at))) return 0;
  errno = fail_errno;
  return 1;
}

static void opened(int fd, const char *path, int is_new) {
  if (fd < 0 || fd >= MOST_FILES) return;
  free(paths[fd]);
  paths[fd] = is_below(path) ? strdup(path) : NULL;
  if (paths[fd] && is_new) note('C', path, 0, NULL, 0);
}

#define OPEN(name)                                                   \
  int name(const char *path, int flags, ...) {                       \
    mode_t mode = 0;                                                 \
    if (flags & (O_CREAT | O_TMPFILE)) {                             \
      va_list list;                                                  \
      va_start(list, flags);                                         \
      mode = va_arg(list, mode_t);                                   \
      va_end(list);                                                  \
    }                                                                \
    int is_new = (flags & O_CREAT) && is_below(path) && access(path, F_OK) != 0; \
    int fd = real_open(path, flags, mode);                           \
    opened(fd, path, is_new);                                        \
    return fd;                                                       \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                 \
  int name(int at, const char *path, int flags, ...) {               \
    mode_t mode = 0;                                                 \
    if (flags & (O_CREAT | O_TMPFILE)) {                             \
      va_list list;                                                  \
      va_start(list, flags);                                         \
      mode = va_arg(list, mode_t);                                   \
      va_end(list);                                                  \
    }                                                                \
    int is_new = (flags & O_CREAT) && is_below(path) && access(path, F_OK) != 0; \
    int fd = REAL(name)(at, path, flags, mode);                      \
    opened(fd, path, is_new);                                        \
    return fd;                                                       \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  if (fd >= 0 && fd < MOST_FILES && paths[fd]) {
    free(paths[fd]);
    paths[fd] = NULL;
  }
  return REAL(close)(fd);
}

#define PWRITE(name, offset_type)                                                   \
  ssize_t name(int fd, const void *data, size_t length, offset_type offset) {       \
    const char *path = path_of(fd);                                                 \
    if (path && fails()) {                                                          \
      if (!(sticky && fail_errno == ENOSPC && seen == fail_at && length >= 1024)) return -1; \
      length /= 2; /* the last bytes that fit */                                    \
    }                                                                               \
    ssize_t written = REAL(name)(fd, data, length, offset);                         \
    if (path && written > 0) note('W', path, offset, data, written);                \
    return written;                                                                 \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
  const char *path = path_of(fd);
  if (path && fails()) return -1;
  uint64_t offset = path ? (uint64_t)lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t written = REAL(write)(fd, data, length);
  if (path && written > 0) note('W', path, offset, data, written);
  if (fd == 1 && written > 0) note('A', NULL, 0, data, written);
  return written;
}

#define TRUNCATE(name, offset_type)                    \
  int name(int fd, offset_type length) {               \
    const char *path = path_of(fd);                    \
    if (path && fails()) return -1;                    \
    int outcome = REAL(name)(fd, length);              \
    if (path && outcome == 0) note('T', path, length, NULL, 0); \
    return outcome;                                    \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define FLUSH(name)                                    \
  int name(int fd) {                                   \
    const char *path = path_of(fd);                    \
    if (path && fails()) return -1;                    \
    int outcome = REAL(name)(fd);                      \
    if (path && outcome == 0) note('S', path, 0, NULL, 0); \
    return outcome;                                    \
  }
FLUSH(fsync)
FLUSH(fdatasync)

int unlink(const char *path) {
  int outcome = REAL(unlink)(path);
  if (outcome == 0 && is_below(path)) note('U', path, 0, NULL, 0);
  return outcome;
}
