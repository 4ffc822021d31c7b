/**
 * Runs `work` as a user whom file permissions bind, also where the tests run as root (containers): the effective user
 * becomes nobody meanwhile, for this process and what it starts. Needs processes as workers (vitest's `forks`): a thread cannot change its user.
 */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0 || !process.seteuid) return work();
  process.seteuid('nobody');
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
}
