import { breakLines } from '../../cues/lines';
import type { Checked } from '../rule';
import { missingTerms, termsOf } from '../term-rules';
import { ofText } from './text-fixes';
import { runOn } from '../../text/unspaced';
import { joinWords, splitWords } from '../../transcript/words';

/** The agreed word in place of the one that is not used; its ending is left to a person. */
export const allowedTerms = ofText((text, checked) =>
  termsOf(checked).reduce(
    (rest, { wrong, target }) =>
      target === '' ? rest : wrong.reduce((next, word) => replaced(next, word, target, checked), rest),
    text,
  ),
);

/** The agreed word in place of the source's own where that stands there, else about where the source has it. */
export const agreedTerms = ofText((text, checked) =>
  missingTerms(checked).reduce((rest, { source, target }) => {
    const exchanged = replaced(rest, source, target, checked);
    return exchanged === rest ? inserted(rest, source, target, checked) : exchanged;
  }, text),
);

function replaced(text: string, word: string, by: string, { glossary }: Checked): string {
  const places = glossary?.placesOf(word, text) ?? [];
  return places.reduceRight((rest, { from, to }) => rest.slice(0, from) + by + rest.slice(to), text);
}

/** Marks that end a sentence stay at its end. */
const END = /[.!?…»”"。！？」』]*$/u;

function inserted(text: string, source: string, target: string, checked: Checked): string {
  const said = checked.sourceText();
  const place = checked.glossary?.placesOf(source, said)[0] ?? { from: said.length, to: said.length };
  const share = (place.from + place.to) / 2 / Math.max(1, said.length);
  const end = END.exec(text)?.[0] ?? '';
  const words = splitWords(text.slice(0, text.length - end.length), checked.track.language);
  const lengths = words.map((_, n) => joinWords(words.slice(0, n)).length / Math.max(1, text.length));
  const at = [...lengths, 1].reduce(
    (best, reached, n) =>
      Math.abs(reached - share) < best.far ? { n, far: Math.abs(reached - share) } : best,
    { n: 0, far: Infinity },
  ).n;
  const whole = runOn([joinWords(words.slice(0, at)), target, joinWords(words.slice(at))]) + end;
  return breakLines(whole, checked.profile, checked.track.language);
}
