/* A power cut for one folder: what was written there after the last fsync can be taken back.
 *
 * Preloaded into a process, it sees every change below POWERCUT_FOLDER. Before a change is made, what stood there
 * is written into the undo log (POWERCUT_LOG, a file elsewhere on the same file system, with the real write, so
 * that it outlives SIGKILL). A successful fsync or fdatasync is noted in the log too: changes of that file which
 * stand before the note are durable. Names (created, renamed, deleted) are durable after an fsync of their folder.
 * The process does not notice anything; whoever killed it undoes what was never durable (crash/undo.rs).
 *
 * One lock is held around "note, then do", so that the order of the notes is the order of the changes.
 *
 * Further settings:
 *   POWERCUT_FAIL_FSYNC=N   the Nth fsync and those after it fail with EIO and make nothing durable
 *   POWERCUT_FULL=FILE      while FILE exists, nothing below the folder can be written: ENOSPC
 *   POWERCUT_KILL_AT=N      SIGKILL just before the Nth change or fsync
 *   POWERCUT_COUNT=FILE     instead of all this: two 64-bit numbers in FILE, fsyncs of "*-wal" and all fsyncs
 */
#include "notes.h"

/* Around one change of a file's bytes: `call` is done with errno as it leaves it. */
#define CHANGING(fd, offset, count, result, call) \
    do { \
        pthread_mutex_lock(&turn); \
        if (no_room()) { errno = ENOSPC; result = -1; } \
        else { step(); keep(fd, offset, count); result = (call); } \
        int after = errno; \
        pthread_mutex_unlock(&turn); \
        errno = after; \
    } while (0)

static off_t place(int fd) {
    struct stat now;
    if ((fcntl(fd, F_GETFL) & O_APPEND) && !fstat(fd, &now)) return now.st_size;
    return lseek(fd, 0, SEEK_CUR);
}

static size_t together(const struct iovec *parts, int count) {
    size_t sum = 0;
    for (int n = 0; n < count; n++) sum += parts[n].iov_len;
    return sum;
}

#define CAREFUL(fd) (watched(fd) && !counters)

ssize_t write(int fd, const void *bytes, size_t count) {
    if (!CAREFUL(fd)) return real_write(fd, bytes, count);
    ssize_t done;
    CHANGING(fd, place(fd), count, done, real_write(fd, bytes, count));
    return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
    if (!CAREFUL(fd)) return real_pwrite(fd, bytes, count, offset);
    ssize_t done;
    CHANGING(fd, offset, count, done, real_pwrite(fd, bytes, count, offset));
    return done;
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset) { return pwrite(fd, bytes, count, offset); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (!CAREFUL(fd)) return real_writev(fd, parts, count);
    ssize_t done;
    CHANGING(fd, place(fd), together(parts, count), done, real_writev(fd, parts, count));
    return done;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
    if (!CAREFUL(fd)) return real_pwritev(fd, parts, count, offset);
    ssize_t done;
    CHANGING(fd, offset, together(parts, count), done, real_pwritev(fd, parts, count, offset));
    return done;
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t offset) {
    return pwritev(fd, parts, count, offset);
}

int ftruncate(int fd, off_t length) {
    if (!CAREFUL(fd)) return real_ftruncate(fd, length);
    int done;
    struct stat now;
    if (fstat(fd, &now)) return -1;
    if (length >= now.st_size) {
        CHANGING(fd, now.st_size, (size_t)(length - now.st_size), done, real_ftruncate(fd, length));
        return done;
    }
    pthread_mutex_lock(&turn);
    step();
    size_t tail = (size_t)(now.st_size - length);
    char *bytes = malloc(tail);
    if (pread(fd, bytes, tail, length) != (ssize_t)tail) stop("what is cut off could not be read");
    struct record record = {.kind = CUT, .file = now.st_ino, .offset = length, .size_before = now.st_size, .count = tail};
    note(&record, bytes, tail, 0, 0);
    free(bytes);
    done = real_ftruncate(fd, length);
    int after = errno;
    pthread_mutex_unlock(&turn);
    errno = after;
    return done;
}
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }
int fallocate(int fd, int mode, off_t offset, off_t length) {
    if (!CAREFUL(fd)) return real_fallocate(fd, mode, offset, length);
    errno = EOPNOTSUPP; /* Nobody needs it: programs then write zeros. */
    return -1;
}
int fallocate64(int fd, int mode, off_t offset, off_t length) { return fallocate(fd, mode, offset, length); }
int posix_fallocate(int fd, off_t offset, off_t length) {
    return CAREFUL(fd) ? EOPNOTSUPP : real_posix_fallocate(fd, offset, length);
}
int posix_fallocate64(int fd, off_t offset, off_t length) { return posix_fallocate(fd, offset, length); }

/* Programs that copy fall back to writing. */
ssize_t copy_file_range(int from, off_t *at, int to, off_t *there, size_t count, unsigned flags) {
    if (!CAREFUL(to)) return real_copy_file_range(from, at, to, there, count, flags);
    errno = EXDEV;
    return -1;
}
ssize_t sendfile(int to, int from, off_t *at, size_t count) {
    if (!CAREFUL(to)) return real_sendfile(to, from, at, count);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int to, int from, off_t *at, size_t count) { return sendfile(to, from, at, count); }

static int syncing(int fd, int (*real)(int)) {
    if (!watched(fd)) return real(fd);
    char path[PATH_MAX];
    struct stat now;
    if (!path_of(fd, path) || fstat(fd, &now)) stop("a watched file cannot be looked at");
    if (counters) {
        size_t length = strlen(path);
        if (length > 4 && !strcmp(path + length - 4, "-wal")) __atomic_fetch_add(&counters[0], 1, __ATOMIC_RELAXED);
        __atomic_fetch_add(&counters[1], 1, __ATOMIC_RELAXED);
        return real(fd);
    }
    pthread_mutex_lock(&turn);
    step();
    int done;
    if (fail_fsync && ++fsyncs >= fail_fsync) {
        struct record record = {.kind = SYNC_FAILED, .file = now.st_ino};
        note(&record, 0, 0, 0, 0);
        errno = EIO;
        done = -1;
    } else if (!(done = real(fd))) {
        struct record record = {.kind = S_ISDIR(now.st_mode) ? FOLDER_SYNCED : SYNCED, .file = now.st_ino};
        note(&record, path, strlen(path), 0, 0);
    }
    int after = errno;
    pthread_mutex_unlock(&turn);
    errno = after;
    return done;
}
int fsync(int fd) { ready(); return syncing(fd, real_fsync); }
int fdatasync(int fd) { ready(); return syncing(fd, real_fdatasync); }
/* Starts writing at most; promises nothing. */
int sync_file_range(int fd, off_t offset, off_t count, unsigned flags) {
    (void)fd, (void)offset, (void)count, (void)flags;
    return 0;
}

static int opening(int at, const char *path, int flags, mode_t mode) {
    ready();
    char whole[PATH_MAX];
    int before = errno;
    int ours = absolute(at, path, whole);
    errno = before;
    int fd;
    if (!ours || counters || !(flags & (O_CREAT | O_TRUNC))) {
        fd = real_openat(at, path, flags, mode);
    } else {
        pthread_mutex_lock(&turn);
        struct stat now;
        int exists = !stat(whole, &now);
        if (!exists && no_room()) {
            fd = -1;
            errno = ENOSPC;
        } else {
            step();
            if (exists && (flags & O_TRUNC)) keep_all(whole, &now);
            fd = real_openat(at, path, flags, mode);
            if (fd >= 0 && !exists) {
                fstat(fd, &now);
                struct record record = {.kind = CREATED, .file = now.st_ino};
                note(&record, whole, strlen(whole), 0, 0);
            }
        }
        int after = errno;
        pthread_mutex_unlock(&turn);
        errno = after;
    }
    if (fd >= 0 && fd < MOST) where[fd] = ours ? 1 : 2;
    return fd;
}
#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE(flags); return opening(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags); return opening(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags); return opening(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags); return opening(at, path, flags | O_LARGEFILE, mode); }
int creat(const char *path, mode_t mode) { return opening(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
    ready();
    if (fd >= 0 && fd < MOST) where[fd] = 0;
    return real_close(fd);
}

int dup2(int fd, int as) {
    ready();
    if (as >= 0 && as < MOST) where[as] = 0;
    return real_dup2(fd, as);
}

/* A second name elsewhere, so that a deleted file can come back as it was. */
static uint64_t put_aside(const char *path) {
    char aside[PATH_MAX + 32];
    snprintf(aside, sizeof aside, "%s/%d-%ld", kept_in, (int)getpid(), ++kept);
    if (link(path, aside)) stop("a file that is deleted cannot be kept: is the undo log on another file system?");
    return (uint64_t)kept;
}

static int deleting(int at, const char *path, int flags) {
    ready();
    char whole[PATH_MAX];
    struct stat now;
    if (counters || !absolute(at, path, whole) || lstat(whole, &now) || S_ISDIR(now.st_mode))
        return real_unlinkat(at, path, flags);
    pthread_mutex_lock(&turn);
    step();
    put_aside(whole);
    struct record record = {.kind = DELETED, .file = now.st_ino};
    note(&record, whole, strlen(whole), 0, 0);
    int done = real_unlinkat(at, path, flags);
    int after = errno;
    pthread_mutex_unlock(&turn);
    errno = after;
    return done;
}
int unlink(const char *path) { return deleting(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return deleting(at, path, flags); }

static int renaming(int at, const char *from, int there_at, const char *to, unsigned flags) {
    ready();
    char old[PATH_MAX], new[PATH_MAX];
    struct stat moved, there;
    int ours = absolute(at, from, old) + absolute(there_at, to, new);
    if (counters || !ours || lstat(old, &moved)) return real_renameat2(at, from, there_at, to, flags);
    if (ours != 2) stop("a file is moved into the folder or out of it");
    pthread_mutex_lock(&turn);
    step();
    struct record record = {.kind = RENAMED, .file = moved.st_ino};
    if (!lstat(new, &there)) {
        put_aside(new);
        record.offset = there.st_ino;
    }
    note(&record, old, strlen(old), new, strlen(new));
    int done = real_renameat2(at, from, there_at, to, flags);
    int after = errno;
    pthread_mutex_unlock(&turn);
    errno = after;
    return done;
}
int rename(const char *from, const char *to) { return renaming(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int at, const char *from, int there, const char *to) { return renaming(at, from, there, to, 0); }
int renameat2(int at, const char *from, int there, const char *to, unsigned flags) {
    return renaming(at, from, there, to, flags);
}

/* Only the write-ahead index is mapped, which needs no durability; what else is mapped could not be seen. */
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    if (fd >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE) && watched(fd) && !counters) {
        char path[PATH_MAX];
        size_t named = path_of(fd, path) ? strlen(path) : 0;
        if (named < 4 || strcmp(path + named - 4, "-shm")) stop("a file is written through a mapping");
    }
    ready();
    return real_mmap(at, length, protection, flags, fd, offset);
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    return mmap(at, length, protection, flags, fd, offset);
}
