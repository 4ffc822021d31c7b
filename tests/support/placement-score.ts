/** How well the placing of an edited translation went, against what is known of it. */
import { placeTranslation } from '../../shared/translation/place/place';
import { alignSentences } from '../../shared/translation/place/align';
import { featuresOf } from '../../shared/translation/place/features';
import { sourceSentences } from '../../shared/translation/place/sentences';
import { profileFor } from '../../shared/profiles/profiles';
import { plainText } from '../../shared/translation/upstream';
import { editedTranslation, type Rates } from './edited-translation';
import { parallelUnits, randomFrom } from './parallel';
import { projectOf } from './translation-project';

export interface PlacementScore {
  /** Of the links made between units of the source and sentences of the translation, those that are right; 0 to 1. */
  readonly precision: number;
  /** Of the right links, those made. */
  readonly recall: number;
  /** Units with at least 80 % of their text in the right subtitles. */
  readonly placed: number;
}

/** Sentences that are added to the translation come from here; they are not in the source. */
const STRANGERS = 6;

/** Scores over several random edits of one language pair; `method` `lengths` is Gale & Church alone. */
export function scorePlacement(
  language: string,
  rates: Rates,
  seeds: readonly number[],
  method: 'full' | 'lengths' = 'full',
): PlacementScore {
  const all = parallelUnits('en', language);
  const units = all.slice(STRANGERS);
  const strangers = all.slice(0, STRANGERS).map(({ target }) => target);
  const project = projectOf(
    units.map(({ source }) => source),
    'en',
  );
  const unitOf = unitsOfCues(
    project.cues.map(({ text }) => plainText(text)),
    units.map(({ source }) => source),
  );
  const sum = { made: 0, right: 0, known: 0, placed: 0, units: 0 };
  for (const seed of seeds) {
    const target = editedTranslation(units, language, rates, randomFrom(seed * 7919), strangers);
    const sentences = sourceSentences(project.cues, 'en');
    const ownUnits = sentences.map(({ parts }) => unitOf[parts[0]?.cue ?? 0] ?? 0);
    const beads = alignSentences(
      sentences.map(({ text, paragraph }) => featuresOf(text, 'en', paragraph)),
      target.map(({ text }) => featuresOf(text, language, 0)),
      { lengthsOnly: method === 'lengths' },
    );
    const made = new Set(
      beads.flatMap((bead) => bead.source.flatMap((s) => bead.target.map((t) => `${ownUnits[s] ?? 0}-${t}`))),
    );
    const known = new Set(target.flatMap(({ units: own }, t) => own.map((unit) => `${unit}-${t}`)));
    sum.made += made.size;
    sum.known += known.size;
    for (const link of made) if (known.has(link)) sum.right++;
    if (method === 'full') {
      const share = placedShare(project.cues, language, target, unitOf);
      sum.placed += share.right;
      sum.units += share.count;
    }
  }
  return {
    precision: sum.right / sum.made,
    recall: sum.right / sum.known,
    placed: sum.placed / Math.max(1, sum.units),
  };
}

function placedShare(
  cues: ReturnType<typeof projectOf>['cues'],
  language: string,
  target: ReturnType<typeof editedTranslation>,
  unitOf: readonly number[],
): { right: number; count: number } {
  const { words } = placeTranslation({
    cues,
    sourceLanguage: 'en',
    targetLanguage: language,
    profile: profileFor(language),
    paragraphs: [target.map(({ text }) => text).join(language.startsWith('zh') ? '' : ' ')],
  });
  const counts = new Map<number, { right: number; all: number }>();
  for (const { text, cue, sentence } of words) {
    const own = target[sentence]?.units ?? [];
    for (const unit of own) {
      const count = counts.get(unit) ?? { right: 0, all: 0 };
      counts.set(unit, count);
      count.all += text.length;
      if (own.includes(unitOf[cue] ?? -1)) count.right += text.length;
    }
  }
  const all = [...counts.values()];
  return { right: all.filter((count) => count.right >= 0.8 * count.all).length, count: all.length };
}

/** The unit that each subtitle is of: the units follow each other, and none shares a subtitle with another. */
function unitsOfCues(texts: readonly string[], units: readonly string[]): number[] {
  let unit = 0;
  let left = units[0]?.replace(/\s/gu, '').length ?? 0;
  return texts.map((text) => {
    while (left <= 0 && unit + 1 < units.length) {
      unit++;
      left += units[unit]?.replace(/\s/gu, '').length ?? 0;
    }
    left -= text.replace(/\s/gu, '').length;
    return unit;
  });
}

/** No edits; those of careful translators; and of free ones (the three of the research before). */
export const RATES: Readonly<Record<'none' | 'usual' | 'heavy', Rates>> = {
  none: { merged: 0, split: 0, dropped: 0, added: 0 },
  usual: { merged: 0.1, split: 0.05, dropped: 0.03, added: 0.02 },
  heavy: { merged: 0.25, split: 0.1, dropped: 0.1, added: 0.05 },
};
