/**
 * Chains of states from left to right, through which both stages of alignment look for the cheapest way.
 *
 * A state either stays or is entered from one of the `REACH` states before it. Some states are hubs, the gaps between
 * pieces of text: a hub may also be entered within the same step from the hub before it, which skips the text between.
 */
export const REACH = 4;

export interface Chain {
  readonly states: number;
  /** Cost of staying one more step, by state. */
  readonly stay: Float32Array;
  /** `enter[state * REACH + d - 1]`: cost of coming from `state - d`; Infinity where that is not allowed. */
  readonly enter: Float32Array;
  /** By state: the number of its hub, hubs counted from 0 in chain order, -1 for text. A hub is 1 to 3 states in a row. */
  readonly hub: Int32Array;
  /** First state of each hub; the state that a skip enters. */
  readonly hubStart: Int32Array;
  /** `skip[hub]`: cost of jumping to it from the hub before; Infinity for the first hub. */
  readonly skip: Float32Array;
  /** The way starts in one of the first and ends in one of the last this many states. */
  readonly looseEnds: number;
}

/** Which states are looked at in a step: `[low[step], high[step])`, a step in each place. Neither ever falls. */
export interface Corridor {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Lowest and highest state that the way may be in, by step; neither ever falls. */
  readonly least?: Int32Array | undefined;
  readonly most?: Int32Array | undefined;
}

/** Fills `costs[w]` with what it costs that `step` is heard in state `first + w`, for `w` in 0..count. */
export type Emission = (step: number, first: number, count: number, costs: Float32Array) => void;
