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
 * Runs `work` under a trace. `tasksMs`: how long each task of the main thread took, whatever it did; `tasksCpuMs`: the same in
 * the thread's own processor time, which other programs on the machine do not lengthen; `scriptsCpuMs`: of that the script's
 * part of each frame (animation-frame callbacks); `keysMs`, `keysCpuMs`: of each key press and of the next frame, the one that
 * shows it, the first with all waiting inside them.
 */
export async function traceMainThread(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  const value = await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = mainThreads(traceEvents);
  const isMain = ({ pid, tid }) => main.has(`${pid} ${tid}`);
  const lasting = traceEvents.filter((event) => event.ph === 'X' && isMain(event));
  const msOf = (name, clock) =>
    lasting.filter((event) => event.name === name).map((event) => (event[clock] ?? 0) / 1000);
  return {
    value,
    tasksMs: msOf('ThreadControllerImpl::RunTask', 'dur'),
    tasksCpuMs: msOf('ThreadControllerImpl::RunTask', 'tdur'),
    scriptsCpuMs: msOf('FireAnimationFrame', 'tdur'),
    keysMs: keysIn(lasting, 'dur'),
    keysCpuMs: keysIn(lasting, 'tdur'),
  };
}

/** Length by `clock` of the task of each key press that typed something, and of the next frame. */
function keysIn(lasting, clock) {
  const named = (wanted) => lasting.filter(({ name }) => name === wanted).sort((a, b) => a.ts - b.ts);
  const inputs = named('EventDispatch').filter(({ args }) => args?.data?.type === 'input');
  const tasks = named('ThreadControllerImpl::RunTask');
  const frames = named('ProxyMain::BeginMainFrame');
  return inputs.map(({ ts }) => {
    const task = tasks.findLast((one) => one.ts <= ts);
    const frame = frames.find((one) => one.ts >= ts);
    return { letter: (task?.[clock] ?? 0) / 1000, frame: (frame?.[clock] ?? 0) / 1000 };
  });
}

/** `pid tid` of the renderers' main threads. */
function mainThreads(events) {
  const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  return new Set(named.map(({ pid, tid }) => `${pid} ${tid}`));
}
