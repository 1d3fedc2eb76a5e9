// Loaded before a program's own libraries, it gives the program a calendar that begins where KARVAN_CLOCK says (seconds since
// 1970) and that moves on by one millisecond each time it is read. Two runs then happen on the same day, and ids that carry
// their millisecond sort in the order in which they were made, which they do not when several fall into one.
// Only the calendar is replaced: timers and pauses count on another clock and last as long as ever.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static const int64_t second = 1000000000, step = 1000000;

static int (*others)(clockid_t, struct timespec *);
static _Atomic int64_t now;

__attribute__((constructor)) static void begin(void) {
  others = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  const char *given = getenv("KARVAN_CLOCK");
  now = (given ? strtoll(given, NULL, 10) : 0) * second;
}

int clock_gettime(clockid_t id, struct timespec *to) {
  if (id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE) {
    // Other constructors may be earlier.
    if (!others) begin();
    return others(id, to);
  }
  int64_t read = atomic_fetch_add(&now, step);
  to->tv_sec = read / second;
  to->tv_nsec = read % second;
  return 0;
}

int gettimeofday(struct timeval *restrict to, void *restrict zone) {
  (void)zone;
  struct timespec read;
  clock_gettime(CLOCK_REALTIME, &read);
  to->tv_sec = read.tv_sec;
  to->tv_usec = read.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *to) {
  struct timespec read;
  clock_gettime(CLOCK_REALTIME, &read);
  if (to) *to = read.tv_sec;
  return read.tv_sec;
}
