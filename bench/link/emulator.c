/* An emulated link between two network namespaces, in user space, for kernels without tc netem. It makes one TUN device
 * in each namespace and carries packets between them with rate, delay, jitter, random loss and a bounded queue.
 *   emulator NS_A NS_B up=KBIT,DELAY_MS,JITTER_MS,LOSS_PCT,QUEUE_MS down=... seed=N      up is A to B; 0 KBIT: no limit
 * Commands on stdin change it while it runs: up ... | down ... | both ... | cut | mend | quit
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define QUEUE_LENGTH 8192
#define PACKET_SIZE 1600
#define MS 1000000ULL

typedef struct {
  uint64_t leaves_at;
  int length;
  unsigned char bytes[PACKET_SIZE];
} Packet;

typedef struct {
  double kbit, delay, jitter, loss, queue;
  uint64_t line_free_at, last_leaves_at;
  Packet *packets;
  int head, count;
} Way;

static uint64_t seed = 88172645463325252ULL;
static int is_cut;

/* xorshift: the same seed loses the same packets. */
static double chance(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (double)(seed >> 11) / 9007199254740992.0;
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000 * MS + (uint64_t)t.tv_nsec;
}

static int open_device(const char *namespace) {
  char path[256];
  snprintf(path, sizeof path, "/var/run/netns/%s", namespace);
  int ns = open(path, O_RDONLY);
  if (ns < 0 || setns(ns, CLONE_NEWNET)) {
    perror(path);
    exit(1);
  }
  close(ns);
  int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  struct ifreq request;
  memset(&request, 0, sizeof request);
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  strncpy(request.ifr_name, "link0", IFNAMSIZ - 1);
  if (device < 0 || ioctl(device, TUNSETIFF, &request)) {
    perror("tun");
    exit(1);
  }
  return device;
}

static void configure(Way *way, const char *text) {
  sscanf(text, "%lf,%lf,%lf,%lf,%lf", &way->kbit, &way->delay, &way->jitter, &way->loss, &way->queue);
  if (way->queue <= 0) way->queue = 300;
}

static void take(int device, Way *way) {
  unsigned char bytes[PACKET_SIZE];
  for (int i = 0; i < 64; i++) {
    int length = (int)read(device, bytes, sizeof bytes);
    if (length <= 0) return;
    if (is_cut || chance() * 100 < way->loss) continue;
    uint64_t t = now(), start = way->line_free_at > t ? way->line_free_at : t;
    /* Tail drop, like a home router: the queue is as deep as its time allows, whoever waits in it. */
    if ((double)(start - t) > way->queue * MS || way->count >= QUEUE_LENGTH) continue;
    way->line_free_at = start + (way->kbit > 0 ? (uint64_t)(length * 8.0 / way->kbit * MS) : 0);
    double spread = way->jitter > 0 ? (chance() * 2 - 1) * way->jitter : 0;
    uint64_t leaves_at = way->line_free_at + (uint64_t)((way->delay + spread) * MS);
    if (leaves_at < way->last_leaves_at) leaves_at = way->last_leaves_at;
    way->last_leaves_at = leaves_at;
    Packet *packet = &way->packets[(way->head + way->count++) % QUEUE_LENGTH];
    packet->leaves_at = leaves_at;
    packet->length = length;
    memcpy(packet->bytes, bytes, (size_t)length);
  }
}

static void give(int device, Way *way, uint64_t t) {
  while (way->count && way->packets[way->head].leaves_at <= t) {
    Packet *packet = &way->packets[way->head];
    if (write(device, packet->bytes, (size_t)packet->length) < 0 && errno == EAGAIN) return;
    way->head = (way->head + 1) % QUEUE_LENGTH;
    way->count--;
  }
}

static int obey(char *text, Way *up, Way *down) {
  for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
    if (!strncmp(line, "up ", 3)) configure(up, line + 3);
    else if (!strncmp(line, "down ", 5)) configure(down, line + 5);
    else if (!strncmp(line, "both ", 5)) configure(up, line + 5), configure(down, line + 5);
    else if (!strcmp(line, "cut")) is_cut = 1;
    else if (!strcmp(line, "mend")) is_cut = 0;
    else if (!strcmp(line, "quit")) return 0;
  }
  return 1;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  Way up = {.queue = 300}, down = {.queue = 300};
  up.packets = calloc(QUEUE_LENGTH, sizeof(Packet));
  down.packets = calloc(QUEUE_LENGTH, sizeof(Packet));
  for (int i = 3; i < count; i++) {
    if (!strncmp(words[i], "up=", 3)) configure(&up, words[i] + 3);
    else if (!strncmp(words[i], "down=", 5)) configure(&down, words[i] + 5);
    else if (!strncmp(words[i], "seed=", 5)) seed ^= strtoull(words[i] + 5, NULL, 10) * 2654435761ULL;
  }
  int a = open_device(words[1]), b = open_device(words[2]);
  prctl(PR_SET_TIMERSLACK, 50000);
  puts("ready");
  fflush(stdout);
  for (;;) {
    uint64_t t = now(), next = UINT64_MAX;
    give(b, &up, t);
    give(a, &down, t);
    if (up.count) next = up.packets[up.head].leaves_at;
    if (down.count && down.packets[down.head].leaves_at < next) next = down.packets[down.head].leaves_at;
    struct timespec wait = {0}, *until = NULL;
    if (next != UINT64_MAX) {
      t = now();
      uint64_t left = next > t ? next - t : 0;
      wait = (struct timespec){.tv_sec = (time_t)(left / (1000 * MS)), .tv_nsec = (long)(left % (1000 * MS))};
      until = &wait;
    }
    struct pollfd on[3] = {{a, POLLIN, 0}, {b, POLLIN, 0}, {0, POLLIN, 0}};
    if (ppoll(on, 3, until, NULL) < 0 && errno != EINTR) return 1;
    if (on[0].revents) take(a, &up);
    if (on[1].revents) take(b, &down);
    if (on[2].revents) {
      char text[256];
      int length = (int)read(0, text, sizeof text - 1);
      /* Whoever started the link is gone: so is the link. */
      if (length <= 0) return 0;
      text[length] = 0;
      if (!obey(text, &up, &down)) return 0;
    }
  }
}
