/* What the shim knows and writes down: its settings, which descriptors it watches, and the undo log. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* Must fit `Record` in crash/undo.rs: eight little-endian numbers, then `length` bytes. */
struct record {
    uint64_t kind, file, offset, size_before, count, length, first, second;
};
enum { CHANGE = 1, CUT = 2, SYNCED = 3, CREATED = 4, RENAMED = 5, DELETED = 6, FOLDER_SYNCED = 7, SYNC_FAILED = 8 };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char folder[PATH_MAX], kept_in[PATH_MAX];
static size_t folder_length;
static int undo = -1;
static const char *full;
static long fail_fsync, kill_at, fsyncs, steps, kept;
static uint64_t *counters;

#define REAL(name, result, ...) static result (*real_##name)(__VA_ARGS__)
REAL(open, int, const char *, int, ...);
REAL(openat, int, int, const char *, int, ...);
REAL(close, int, int);
REAL(write, ssize_t, int, const void *, size_t);
REAL(pwrite, ssize_t, int, const void *, size_t, off_t);
REAL(writev, ssize_t, int, const struct iovec *, int);
REAL(pwritev, ssize_t, int, const struct iovec *, int, off_t);
REAL(ftruncate, int, int, off_t);
REAL(fallocate, int, int, int, off_t, off_t);
REAL(posix_fallocate, int, int, off_t, off_t);
REAL(fsync, int, int);
REAL(fdatasync, int, int);
REAL(renameat2, int, int, const char *, int, const char *, unsigned);
REAL(dup2, int, int, int);
REAL(unlink, int, const char *);
REAL(unlinkat, int, int, const char *, int);
REAL(copy_file_range, ssize_t, int, off_t *, int, off_t *, size_t, unsigned);
REAL(sendfile, ssize_t, int, int, off_t *, size_t);
REAL(mmap, void *, void *, size_t, int, int, int, off_t);

static void stop(const char *why) {
    dprintf(2, "powercut: %s\n", why);
    abort();
}

static void begin(void) {
#define FIND(name) real_##name = dlsym(RTLD_NEXT, #name); if (!real_##name) stop("no " #name)
    FIND(open); FIND(openat); FIND(close); FIND(write); FIND(pwrite); FIND(writev); FIND(pwritev); FIND(ftruncate);
    FIND(fallocate); FIND(posix_fallocate); FIND(fsync); FIND(fdatasync); FIND(renameat2); FIND(dup2); FIND(unlink);
    FIND(unlinkat); FIND(mmap); FIND(copy_file_range); FIND(sendfile);
    const char *under = getenv("POWERCUT_FOLDER"), *log = getenv("POWERCUT_LOG"), *count = getenv("POWERCUT_COUNT");
    if (!under || !realpath(under, folder)) stop("POWERCUT_FOLDER names no folder");
    folder_length = strlen(folder);
    if (count) {
        int fd = real_open(count, O_RDWR | O_CREAT, 0600);
        if (fd < 0 || real_ftruncate(fd, 16)) stop("POWERCUT_COUNT cannot be written");
        counters = real_mmap(0, 16, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (counters == MAP_FAILED) stop("POWERCUT_COUNT cannot be mapped");
        real_close(fd);
        return;
    }
    if (!log) stop("POWERCUT_LOG names no file");
    undo = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (undo < 0) stop("POWERCUT_LOG cannot be written");
    snprintf(kept_in, sizeof kept_in, "%s.kept", log);
    mkdir(kept_in, 0700);
    full = getenv("POWERCUT_FULL");
    const char *number = getenv("POWERCUT_FAIL_FSYNC");
    fail_fsync = number ? atol(number) : 0;
    number = getenv("POWERCUT_KILL_AT");
    kill_at = number ? atol(number) : 0;
}

static void ready(void) { pthread_once(&once, begin); }

/* 0 unknown, 1 below the folder, 2 elsewhere. Set when a descriptor is opened, forgotten when it is closed. */
#define MOST 65536
static volatile unsigned char where[MOST];

static int below(const char *path) {
    return !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length > 0 ? length : 0] = 0;
    return length > 0;
}

static int watched(int fd) {
    ready();
    if (fd < 0 || fd >= MOST) return 0;
    if (!where[fd]) {
        char path[PATH_MAX];
        int before = errno;
        where[fd] = path_of(fd, path) && below(path) ? 1 : 2;
        errno = before;
    }
    return where[fd] == 1;
}

/* The absolute name of what need not exist yet. */
static int absolute(int at, const char *path, char *whole) {
    char parent[PATH_MAX], base[PATH_MAX];
    if (path[0] == '/') snprintf(parent, sizeof parent, "%s", path);
    else if (at == AT_FDCWD) {
        if (!getcwd(parent, sizeof parent - 1)) return 0;
        strncat(parent, "/", sizeof parent - strlen(parent) - 1);
        strncat(parent, path, sizeof parent - strlen(parent) - 1);
    } else {
        if (!path_of(at, parent)) return 0;
        strncat(parent, "/", sizeof parent - strlen(parent) - 1);
        strncat(parent, path, sizeof parent - strlen(parent) - 1);
    }
    char *slash = strrchr(parent, '/');
    if (!slash) return 0;
    snprintf(base, sizeof base, "%s", slash + 1);
    *slash = 0;
    if (!realpath(parent[0] ? parent : "/", whole)) return 0;
    size_t length = strlen(whole);
    snprintf(whole + length, PATH_MAX - length, "/%s", base);
    return below(whole);
}

static void note(struct record *record, const void *one, size_t first, const void *two, size_t second) {
    record->length = first + second;
    record->first = first;
    record->second = second;
    struct iovec parts[3] = {{record, sizeof *record}, {(void *)one, first}, {(void *)two, second}};
    size_t wanted = sizeof *record + first + second;
    ssize_t written = real_writev(undo, parts, 3);
    if (written != (ssize_t)wanted) stop("the undo log was not written");
}

/* Counts changes and fsyncs, and ends the process at the one that was asked for. */
static void step(void) {
    if (kill_at && ++steps == kill_at) kill(getpid(), SIGKILL);
}

static int no_room(void) { return full && access(full, F_OK) == 0; }

/* Keeps what stands at [offset, offset + count) of a file. */
static void keep(int fd, off_t offset, size_t count) {
    struct stat now;
    if (fstat(fd, &now)) stop("a watched file cannot be looked at");
    if (!S_ISREG(now.st_mode)) return;
    size_t stands = offset >= now.st_size ? 0 : (size_t)(now.st_size - offset);
    if (stands > count) stands = count;
    char *bytes = stands ? malloc(stands) : 0;
    ssize_t got = stands ? pread(fd, bytes, stands, offset) : 0;
    if (got < 0 && errno == EBADF) {
        /* Opened for writing alone: no program locks such a file, so a second descriptor may be closed again. */
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        int again = real_open(link, O_RDONLY);
        got = again < 0 ? -1 : pread(again, bytes, stands, offset);
        if (again >= 0) real_close(again);
    }
    if (got != (ssize_t)stands) stop("what is written over could not be read");
    struct record record = {.kind = CHANGE, .file = now.st_ino, .offset = offset, .size_before = now.st_size, .count = count};
    note(&record, bytes, stands, 0, 0);
    free(bytes);
}

/* Keeps the whole of a file that is emptied while it is opened. */
static void keep_all(const char *path, const struct stat *now) {
    size_t length = (size_t)now->st_size;
    char *bytes = malloc(length + 1);
    int fd = real_open(path, O_RDONLY);
    if (fd < 0 || pread(fd, bytes, length, 0) != (ssize_t)length) stop("what is emptied could not be read");
    real_close(fd);
    struct record record = {.kind = CUT, .file = now->st_ino, .size_before = length, .count = length};
    note(&record, bytes, length, 0, 0);
    free(bytes);
}
