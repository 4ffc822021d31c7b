import type { Finding } from '../../domain/profile';
import type { Cue } from '../../domain/track';
import { createContext, findingsOf, type TrackCheck } from '../check';
import type { Checked, RuleName } from '../rule';
import type { CueChange, Fix } from './fix';
import * as terms from './term-fixes';
import * as texts from './text-fixes';
import * as times from './time-fixes';

/** The fix of each rule that has one. What is left out takes a person. */
const FIXES: Partial<Readonly<Record<string, Fix>>> = {
  'line-length': texts.newLines,
  'line-count': texts.newLines,
  balance: texts.newLines,
  'double-space': texts.singleSpaces,
  'unpaired-italics': texts.pairedItalics,
  'forbidden-italics': texts.upright,
  'stray-mark-up': texts.plainText,
  'invisible-mark': texts.visible,
  'forbidden-mark': texts.allowedMarks,
  ellipsis: texts.rightEllipsis,
  'dialogue-dash': texts.evenDashes,
  'term-missing': terms.agreedTerms,
  'term-forbidden': terms.allowedTerms,
  'no-duration': times.seen,
  'min-duration': times.longEnough,
  'reading-speed': times.readable,
  gap: times.smallestGap,
  'open-gap': times.smallestGap,
  overlap: times.smallestGap,
  'outside-media': times.insideMedia,
  'shot-start': times.startByShot,
  'shot-end': times.endByShot,
} satisfies Partial<Record<RuleName, Fix>>;

/** Whether findings of a rule can be mended by the app at all. */
export function canFix(rule: string): boolean {
  return FIXES[rule] !== undefined;
}

export interface FixPlan {
  /** Cues that change, as they are and as they would be, in cue order. */
  readonly cues: readonly { readonly number: number; readonly before: Cue; readonly after: Cue }[];
  readonly changes: readonly CueChange[];
  /** Findings of the rule that stay, because mending them would break something else or takes a person. */
  readonly left: number;
}

/**
 * What mending a rule's findings would change: in all cues, or in those of `cueIds`. A mend is kept only if fewer things
 * are to be found around it afterwards than before, so no fix trades one fault for another. Cues are not moved past each other.
 */
export function planFixes(check: TrackCheck, rule: string, cueIds?: ReadonlySet<string>): FixPlan {
  const fix = FIXES[rule];
  const work = createWork(check);
  let left = 0;
  for (const [index, { findings }] of check.entries.entries()) {
    const about = findings.filter((finding) => finding.rule === rule);
    const [first] = about;
    if (!first || (cueIds && !cueIds.has(first.cueId))) continue;
    if (!fix || !work.mend(index, rule, fix)) left += work.count(index, rule);
  }
  return { ...work.changed(), left };
}

function createWork(check: TrackCheck) {
  const { input, entries } = check;
  const cues = [...input.cues];
  const indexOf = new Map(cues.map(({ id }, index) => [id, index]));
  const context = createContext(input);
  const touched = new Set<number>();

  const look = (index: number): Checked => {
    const { before, source } = entries[index] ?? { before: null, source: null };
    const now = before && cues[before.number - 1];
    return context.checkedAt(index, now ? { cue: now, number: before.number } : null, source, cues);
  };
  const findingsAt = (index: number): readonly Finding[] =>
    index < cues.length ? findingsOf(look(index), index + 1) : [];
  const count = (index: number, rule: string) =>
    findingsAt(index).filter((finding) => finding.rule === rule).length;

  const mend = (index: number, rule: string, fix: Fix): boolean => {
    const faults = count(index, rule);
    // Mended together with another one.
    if (faults === 0) return true;
    const changes = fix(look(index)).flatMap((change) => {
      const at = indexOf.get(change.id);
      const cue = at === undefined ? undefined : cues[at];
      return at === undefined || cue === undefined ? [] : [{ at, cue, next: { ...cue, ...change } }];
    });
    if (changes.length === 0 || changes.some(({ next }) => next.endMs <= next.startMs)) return false;
    const around = new Set([index, index + 1, ...changes.flatMap(({ at }) => [at, at + 1])]);
    const total = () => [...around].reduce((sum, at) => sum + findingsAt(at).length, 0);
    const before = total();
    for (const { at, next } of changes) cues[at] = next;
    const isBetter = total() < before && count(index, rule) < faults;
    for (const { at, cue } of changes)
      if (isBetter) touched.add(at);
      else cues[at] = cue;
    return isBetter && count(index, rule) === 0;
  };

  const changed = (): Pick<FixPlan, 'cues' | 'changes'> => {
    const pairs = [...touched]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const [before, after] = [input.cues[at], cues[at]];
        return before && after ? [{ number: at + 1, before, after }] : [];
      });
    return { cues: pairs, changes: pairs.map(({ before, after }) => changeBetween(before, after)) };
  };
  return { mend, count, changed };
}

function changeBetween(before: Cue, after: Cue): CueChange {
  return {
    id: before.id,
    ...(after.text === before.text ? {} : { text: after.text }),
    ...(after.startMs === before.startMs ? {} : { startMs: after.startMs }),
    ...(after.endMs === before.endMs ? {} : { endMs: after.endMs }),
  };
}
