import { LATEST_MS } from '../srt/timestamp';
import type { IssueList } from './issues';

/** A time as the product can hold it: a whole ms from 0 to 1,000 hours. What had to be changed is an issue of `line`. */
export function heldTime(ms: number, line: number, issues: IssueList): number {
  if (ms < 0) issues.add(line, 'negative');
  else if (ms > LATEST_MS) issues.add(line, 'beyond-limit');
  return Math.round(Math.min(Math.max(ms, 0), LATEST_MS));
}
