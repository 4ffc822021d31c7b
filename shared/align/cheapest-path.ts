import { Block } from './block';
import type { Chain, Corridor, Emission } from './chain';
import { Front } from './front';

/** What bounds a search besides its corridor. */
export interface SearchLimits {
  /** Ways dearer than the cheapest by more than this are given up, if another reaches the end. */
  readonly beam?: number | undefined;
  readonly memoryBytes?: number | undefined;
  readonly blockSteps?: number | undefined;
}

/** Back pointers kept at once, in bytes: more only where ways stay apart for long. */
const MEMORY_BYTES = 64 * 1024 * 1024;
/** With each so many of them more it is asked how far all ways are one. */
const SETTLE_SHARE = 1 / 8;
/** Steps that are kept or run again together. */
const BLOCK_STEPS = 2048;

/**
 * Viterbi search in a corridor: the cheapest way, as the state of each step. Time goes with the states that are in the race, much
 * fewer than the corridor with a beam or bounds. Memory does not go with the length: where all ways in the race come from one
 * state, nothing of before is kept but that one way; where they stay apart for more than some 64 MB of back pointers, the
 * oldest are dropped and computed again from columns saved at block borders. `tick(done, total)` is called now and then and may throw.
 */
export function cheapestPath(
  chain: Chain,
  corridor: Corridor,
  emission: Emission,
  tick: (done: number, total: number) => void,
  { beam = Infinity, memoryBytes = MEMORY_BYTES, blockSteps = BLOCK_STEPS }: SearchLimits = {},
): Int32Array {
  const steps = corridor.low.length;
  const front = new Front(chain, corridor, emission, beam);
  const way = new Int32Array(steps);
  const blocks: Block[] = [];
  const kept = () => blocks.reduce((sum, { bytes }) => sum + bytes, 0);
  let asked = 0;
  for (let from = 0; from < steps; from += blockSteps) {
    const block = new Block(from, Math.min(steps, from + blockSteps), front.column());
    block.run(front, (step) => tick(step, steps));
    blocks.push(block);
    if (kept() - asked <= memoryBytes * SETTLE_SHARE) continue;
    settleCommon(chain, front, blocks, way);
    // The newest block is needed first and always kept.
    for (let oldest = 0; kept() > memoryBytes && oldest < blocks.length - 1; oldest++) blocks[oldest]?.drop();
    asked = kept();
  }
  const end = front.cheapestEnd();
  // The beam gave up every way that ends where ways may end; or there is none that keeps to the bounds.
  if (end < 0 && (beam < Infinity || corridor.least)) {
    const { low, high } = corridor;
    const wider = beam < Infinity ? corridor : { low, high };
    return cheapestPath(chain, wider, emission, tick, { memoryBytes, blockSteps });
  }
  let state = Math.max(0, end);
  for (const block of blocks.toReversed()) {
    tick(steps, steps);
    state = block.settle(chain, front, way, state);
  }
  return way;
}

/** Walks back from all ways in the race at once; from where they are one, writes it to `way` and lets go of what led there. */
function settleCommon(chain: Chain, front: Front, blocks: readonly Block[], way: Int32Array): void {
  let states: readonly number[] = front.inRace();
  let step = Infinity;
  let at = blocks.length;
  while (states.length > 1 && at > 0) {
    const met = blocks[--at]?.meet(chain, states);
    if (!met) return;
    ({ step, states } = met);
  }
  let [state] = states;
  for (; state !== undefined && at >= 0; at--) {
    const block = blocks[at];
    if (!block) continue;
    // What was dropped cannot be run again while the front is needed; behind it all is dropped or settled.
    if (block.bytes === 0) return;
    if (step >= block.from) state = block.settle(chain, front, way, state, Math.min(step, block.to - 1));
  }
}
