/* Records what a process does to the files of one folder, in the order in which it does it.
 *
 * Loaded with LD_PRELOAD. POWER_CUT_FOLDER names the folder, POWER_CUT_LOG the file to record in.
 * A record is a line "KIND NUMBER OFFSET LENGTH NUL" and LENGTH bytes: data, or names. Kinds:
 *   O  opened: NUMBER is the descriptor, OFFSET 1 where the file was emptied; a path
 *   W  written at OFFSET; data          T  cut or grown to OFFSET
 *   S  synced (a file or the folder)    C  closed
 *   R  renamed, L  linked: two paths, a newline between them        U  removed; a path
 *   M  a mark of the program's: a text
 * The shared memory of a write-ahead log (-shm) is left out: it does not outlive a machine.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096

static int log_file = -1;
static char folder[PATH_MAX];
static char watched[MOST];

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("POWER_CUT_LOG"), *where = getenv("POWER_CUT_FOLDER");
    if (!path || !where) return;
    strncpy(folder, where, sizeof folder - 1);
    log_file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    unsetenv("LD_PRELOAD");
}

static void put(const void *bytes, size_t length) {
    const char *next = bytes;
    while (length > 0) {
        ssize_t done = syscall(SYS_write, log_file, next, length);
        if (done <= 0) abort();
        next += done;
        length -= (size_t)done;
    }
}

static void record(char kind, long number, long offset, const void *bytes, size_t length) {
    char head[96];
    int size = snprintf(head, sizeof head, "%c %ld %ld %zu%c", kind, number, offset, length, 0);
    put(head, (size_t)size);
    put(bytes, length);
}

static int is_ours(const char *path) {
    size_t length = strlen(folder), all = strlen(path);
    if (log_file < 0 || length == 0 || strncmp(path, folder, length) != 0) return 0;
    if (path[length] != '/' && path[length] != 0) return 0;
    return all < 4 || strcmp(path + all - 4, "-shm") != 0;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST && watched[fd]; }

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < MOST) {
        watched[fd] = (char)is_ours(path);
        if (watched[fd]) record('O', fd, (flags & O_TRUNC) != 0, path, strlen(path));
    }
    return fd;
}

static int open_now(int folder_fd, const char *path, int flags, mode_t mode) {
    return opened((int)syscall(SYS_openat, folder_fd, path, flags, mode), path, flags);
}

#define OPEN(name)                                                    \
    int name(const char *path, int flags, ...) {                      \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                 \
        return open_now(AT_FDCWD, path, flags, mode);                 \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                  \
    int name(int folder_fd, const char *path, int flags, ...) {       \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                 \
        return open_now(folder_fd, path, flags, mode);                \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    if (is_watched(fd)) {
        record('C', fd, 0, "", 0);
        watched[fd] = 0;
    }
    return (int)syscall(SYS_close, fd);
}

static long position(int fd) {
    struct stat about;
    if (fcntl(fd, F_GETFL) & O_APPEND && fstat(fd, &about) == 0) return (long)about.st_size;
    return (long)lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    if (!is_watched(fd)) return syscall(SYS_write, fd, bytes, length);
    long offset = position(fd);
    ssize_t done = syscall(SYS_write, fd, bytes, length);
    if (done > 0) record('W', fd, offset, bytes, (size_t)done);
    return done;
}

static ssize_t written_at(int fd, const void *bytes, size_t length, off_t offset) {
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, length, offset);
    if (is_watched(fd) && done > 0) record('W', fd, (long)offset, bytes, (size_t)done);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    return written_at(fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    return written_at(fd, bytes, length, offset);
}

/* What could write without being seen here is refused, so that the program takes the plain way. */
static int refuse(int fd, int *allowed) {
    *allowed = !is_watched(fd);
    if (!*allowed) errno = ENOSYS;
    return -1;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (!is_watched(fd)) return syscall(SYS_writev, fd, parts, count);
    return count > 0 ? write(fd, parts[0].iov_base, parts[0].iov_len) : 0;
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t count) {
    int allowed;
    if (refuse(out, &allowed), allowed) return syscall(SYS_sendfile, out, in, offset, count);
    errno = EINVAL;
    return -1;
}

ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    return sendfile64(out, in, offset, count);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    int allowed;
    if (refuse(out, &allowed), allowed)
        return syscall(SYS_copy_file_range, in, from, out, to, size, flags);
    return -1;
}

int posix_fallocate64(int fd, off64_t offset, off64_t length) {
    (void)fd, (void)offset, (void)length;
    return EINVAL;
}

int posix_fallocate(int fd, off_t offset, off_t length) {
    return posix_fallocate64(fd, offset, length);
}

static int cut(int fd, off_t length) {
    int done = (int)syscall(SYS_ftruncate, fd, length);
    if (is_watched(fd) && done == 0) record('T', fd, (long)length, "", 0);
    return done;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

/* Nothing is lost in this run, so nothing has to reach the disk. */
int fsync(int fd) {
    if (!is_watched(fd)) return (int)syscall(SYS_fsync, fd);
    record('S', fd, 0, "", 0);
    return 0;
}
int fdatasync(int fd) { return fsync(fd); }

static void two(char kind, const char *from, const char *to) {
    char both[2 * PATH_MAX + 2];
    if (!is_ours(from) && !is_ours(to)) return;
    int size = snprintf(both, sizeof both, "%s\n%s", from, to);
    record(kind, 0, 0, both, (size_t)size);
}

int renameat(int from_fd, const char *from, int to_fd, const char *to) {
    int done = (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, 0);
    if (done == 0) two('R', from, to);
    return done;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags) {
    int done = (int)syscall(SYS_linkat, from_fd, from, to_fd, to, flags);
    if (done == 0) two('L', from, to);
    return done;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int folder_fd, const char *path, int flags) {
    int done = (int)syscall(SYS_unlinkat, folder_fd, path, flags);
    if (done == 0 && is_ours(path)) record('U', 0, 0, path, strlen(path));
    return done;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

void power_cut_mark(const char *text) { record('M', 0, 0, text, strlen(text)); }
