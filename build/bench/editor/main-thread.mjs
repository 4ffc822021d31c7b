/** What the page's main thread did while something was going on, from Chromium's own trace. */

/** The value below which a share (0 to 1) of the numbers lies; 0 of none. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** `p50 / p95 / p99 / most` of some milliseconds. */
export function spread(numbers) {
  return [0.5, 0.95, 0.99, 1].map((share) => percentile(numbers, share).toFixed(1)).join(' / ');
}

/**
 * Runs `work` under a trace. `tasksMs`: how long each task of the main thread took that painted or ran script;
 * `tasksCpuMs`: the same in processor time, which other programs on the machine do not lengthen; `scriptsMs`: the script's part of each frame (animation-frame callbacks).
 */
export async function traceMainThread(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  const value = await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = mainThreads(traceEvents);
  const isMain = ({ pid, tid }) => main.has(`${pid} ${tid}`);
  const lasting = traceEvents.filter((event) => event.ph === 'X' && isMain(event));
  const named = (name) => lasting.filter((event) => event.name === name);
  const msOf = (name) => named(name).map(({ dur = 0 }) => dur / 1000);
  const tasksCpuMs = named('ThreadControllerImpl::RunTask').map(({ tdur = 0 }) => tdur / 1000);
  return {
    value,
    tasksMs: msOf('ThreadControllerImpl::RunTask'),
    tasksCpuMs,
    scriptsMs: msOf('FireAnimationFrame'),
  };
}

/** `pid tid` of the renderers' main threads. */
function mainThreads(events) {
  const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  return new Set(named.map(({ pid, tid }) => `${pid} ${tid}`));
}
