import { withoutMarkUp } from '../text/mark-up';
import { likelyLocale } from '../text/locale';
import { dialogueDash } from '../text/dashes';
import { isMachineDraft } from '../translation/machine/requests';
import { differences, numbersIn } from '../text/numbers';
import { none, when, type Checked, type FindingValues, type Rule } from './rule';
import { oneLine } from '../text/unspaced';

/** Where a cue stands in the work, and whether a translation says what its source says. */
export const stateRules: readonly Rule[] = [
  { name: 'stale', severity: 'warning', find: ({ cue }) => when(cue.stale) },
  { name: 'untranslated', severity: 'warning', find: untranslated },
  {
    name: 'machine-draft',
    severity: 'warning',
    find: ({ cue }) => when(isMachineDraft(cue), { by: cue.machine?.by ?? '' }),
  },
  { name: 'numbers', severity: 'warning', find: numberFaults },
  { name: 'two-speakers', severity: 'warning', find: speakerFaults },
];

const WORD = /[\p{L}\p{M}]{2,}/gu;

function untranslated(checked: Checked): readonly FindingValues[] {
  const { cue, source } = checked;
  if (source && bare(cue.text) === '') return when(bare(source.cue.text) !== '', { kind: 'empty' });
  return when(isUntranslated(checked), { kind: 'same' });
}

/** One name is the same in many languages, so it takes two words; in another script one is enough. */
function isUntranslated({ cue, source, track }: Checked): boolean {
  if (!source || bare(cue.text) !== bare(source.cue.text)) return false;
  const words = bare(cue.text).match(WORD)?.length ?? 0;
  const isOtherScript = likelyLocale(track.language).script !== likelyLocale(source.language).script;
  return words >= (isOtherScript ? 1 : 2);
}

function bare(text: string): string {
  return oneLine(withoutMarkUp(text)).toLowerCase();
}

/** Guides let numbers up to ten be written in words. */
const OFTEN_WORDS = 10;

/** Numbers on one side only. A small one that is missing may stand there as a word, unless another took its place. */
function numberFaults({ cue, source }: Checked): readonly FindingValues[] {
  if (!source) return none;
  const { onlyOurs, onlyTheirs } = differences(numbersIn(cue.text), numbersIn(source.cue.text));
  const isExchange = onlyOurs.length > 0 && onlyTheirs.length > 0;
  const counts = (number: string) => isExchange || Number(number) > OFTEN_WORDS;
  const [here, there] = [onlyOurs.filter(counts), onlyTheirs.filter(counts)];
  return when(here.length + there.length > 0, {
    here: here.join(', '),
    there: there.join(', '),
    kind: here.length === 0 ? 'missing' : there.length === 0 ? 'extra' : 'both',
  });
}

/** `ANNA: ` or `Anna Ivanova: ` at the beginning of a line. */
const LABEL = /^(\p{Lu}[\p{L}\p{M}.' -]{0,39}):\s/u;

/** Two people in one cue stand on lines of their own that begin with a dash. */
function speakerFaults({ cue, lines, source, speakerOf }: Checked): readonly FindingValues[] {
  const wordIds = cue.wordIds.length > 0 ? cue.wordIds : (source?.cue.wordIds ?? []);
  const spoken = new Set(wordIds.flatMap((id) => speakerOf(id) ?? []));
  const labelled = new Set(lines.flatMap((line) => LABEL.exec(line.trim())?.[1] ?? []));
  const speakers = Math.max(spoken.size, labelled.size);
  const dashes = lines.filter((line) => dialogueDash(line) !== null).length;
  return when(speakers > 1 && dashes < speakers, { speakers });
}
