/** The highest memory of a process. */
import { readFileSync } from 'node:fs';

/**
 * Highest resident memory of this process so far, in MB. Where Linux tells it, that of the program alone: `maxRSS` of a child begins
 * with what its parent held when it was forked (proc(5), VmHWM; getrusage(2) on `ru_maxrss`).
 */
export function peakMemoryMb() {
  try {
    const [, kB] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kB) return Number(kB) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
