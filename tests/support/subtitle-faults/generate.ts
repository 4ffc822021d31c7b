import { draftOf, planCues, render, type PlannedCue } from './base';
import { FAULTS } from './faults';
import { seeded } from './random';

/** A subtitle file with one planted fault, and the cues its author meant. */
export interface FaultyFile {
  readonly name: string;
  readonly format: 'srt' | 'vtt';
  readonly kind: string;
  readonly text: string;
  readonly meant: readonly PlannedCue[];
  /** Index of the cue with the fault. */
  readonly at: number;
}

/** How many files the set holds, whatever the number of kinds. */
export const FILE_COUNT = 2400;

/** The whole set, the same in every run: each kind of fault in turn, each time in another file and place. */
export function* generateFaultyFiles(): Generator<FaultyFile> {
  const kinds = (['srt', 'vtt'] as const).flatMap((format) =>
    Object.keys(FAULTS[format]).map((kind) => ({ format, kind })),
  );
  for (let index = 0; index < FILE_COUNT; index++) {
    const chosen = kinds[index % kinds.length];
    if (chosen) yield generateFaultyFile(chosen.format, chosen.kind, index);
  }
}

/** A sound file of the same making, without a fault. */
export function generateSoundFile(
  format: 'srt' | 'vtt',
  seed: number,
): { text: string; meant: PlannedCue[] } {
  const random = seeded(seed);
  const meant = planCues(random, 6 + random.below(10));
  return { text: render(draftOf(format, meant, random.pick(['\n', '\r\n']))), meant };
}

function generateFaultyFile(format: 'srt' | 'vtt', kind: string, seed: number): FaultyFile {
  const random = seeded(seed);
  const meant = planCues(random, 6 + random.below(10));
  const draft = draftOf(format, meant, random.pick(['\n', '\r\n']));
  const at = 1 + random.below(meant.length - 2);
  const [cue, before, last, plan] = [draft.cues[at], draft.cues[at - 1], draft.cues.at(-1), meant[at]];
  const fault = FAULTS[format][kind];
  if (!cue || !before || !last || !plan || !fault) throw new Error(`no place for ${kind}`);
  const change = fault({ draft, at, cue, before, last, plan, random });
  const rendered = render(draft);
  return { name: `${seed} ${format} ${kind}`, format, kind, text: change?.(rendered) ?? rendered, meant, at };
}
