import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/** The rows drawn of a virtual list, ascending: those in view and one more; undefined or -1 for none. */
export function rowsWith(rows: readonly number[], kept: number | undefined): number[] {
  if (kept === undefined || kept < 0 || rows.includes(kept)) return [...rows];
  return [...rows, kept].sort((a, b) => a - b);
}

/** For `rangeExtractor` of a virtual list: a row with an open field stays, or scrolling would take its text and the focus away. */
export function useKeptRow(kept: number | undefined): (range: Range) => number[] {
  return useCallback((range: Range) => rowsWith(defaultRangeExtractor(range), kept), [kept]);
}
