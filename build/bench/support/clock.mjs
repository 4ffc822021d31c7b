/** CPU and wall time of work that runs in this process and in tools it starts. */
import { readFileSync } from 'node:fs';

/** CPU seconds of this process and of all its ended children; where the system does not tell, seconds on the wall. */
function clock() {
  if (process.platform !== 'linux') return performance.now() / 1000;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // proc(5): after the name in brackets come state and then fields 4 and up; 14 to 17 are utime, stime, cutime, cstime.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / 100;
}

/** Seconds of CPU and on the wall that `work` took. */
export async function measured(work) {
  const before = clock();
  const began = performance.now();
  await work();
  return { cpu: clock() - before, wall: (performance.now() - began) / 1000 };
}
