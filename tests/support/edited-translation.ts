/** A translation as translators hand it in: sentences merged, split, left out and added at random, with what belongs where. */
import { splitSentences } from '../../shared/transcript/sentences';
import { primaryLanguage } from '../../shared/text/locale';
import type { Unit } from './parallel';

/** How often each thing happens to a sentence, 0 to 1. */
export interface Rates {
  readonly merged: number;
  readonly split: number;
  readonly dropped: number;
  readonly added: number;
}

/** A sentence of the translation, and the units it renders (none: added by the translator). */
export interface TargetSentence {
  readonly text: string;
  readonly units: readonly number[];
}

const MID_MARK = /[,;،؛,;](?=\s|\p{Script=Han})/gu;

/** The translation of units after such edits, the same for the same `random`. `strangers`: sentences that render nothing. */
export function editedTranslation(
  units: readonly Unit[],
  language: string,
  rates: Rates,
  random: () => number,
  strangers: readonly string[],
): TargetSentence[] {
  const made: { text: string; units: number[] }[] = [];
  units.forEach(({ target }, n) => {
    if (random() < rates.added)
      made.push({ text: strangers[Math.floor(random() * strangers.length)] ?? '', units: [] });
    if (random() < rates.dropped) return;
    const last = made.at(-1);
    if (last && last.units.length > 0 && random() < rates.merged) {
      last.text = joined(last.text, target, language);
      last.units.push(n);
    } else if (random() < rates.split)
      made.push(...parted(target, language).map((text) => ({ text, units: [n] })));
    else made.push({ text: target, units: [n] });
  });
  return made.flatMap(({ text, units: own }) =>
    splitSentences(text, language).map(({ start, end }) => ({ text: text.slice(start, end), units: own })),
  );
}

/** Two sentences as one: the first one's end becomes a comma. */
function joined(first: string, second: string, language: string): string {
  const comma = { ar: '،', zh: ',' }[primaryLanguage(language)] ?? ',';
  const space = primaryLanguage(language) === 'zh' ? '' : ' ';
  return `${first.replace(/[.,;:。、؛،\s]+$/u, '')}${comma}${space}${second.charAt(0).toLowerCase()}${second.slice(1)}`;
}

/** A sentence as two, at the mark nearest to its middle; whole where it has none. */
function parted(text: string, language: string): string[] {
  const marks = [...text.matchAll(MID_MARK)].map(({ index }) => index);
  const middle = text.length / 2;
  const at = marks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (at === undefined || at < text.length * 0.2 || at > text.length * 0.8) return [text];
  const rest = text.slice(at + 1).trim();
  const stop = primaryLanguage(language) === 'zh' ? '。' : '.';
  return [`${text.slice(0, at)}${stop}`, `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`];
}
