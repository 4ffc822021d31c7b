import { agreed, type FoundTerm } from '../translation/glossary/terms';
import { sourceIdsOf } from '../translation/links';
import { plainText } from '../translation/upstream';
import { NEAR, type Checked, type Rule } from './rule';
import { runOn } from '../text/unspaced';

/** What the campaign's glossary says of a translation. */
export const termRules: readonly Rule[] = [
  {
    name: 'term-missing',
    severity: 'warning',
    find: (checked) => missingTerms(checked).map(({ source, target }) => ({ source, target })),
  },
  {
    name: 'term-forbidden',
    severity: 'warning',
    find: (checked) =>
      termsOf(checked).flatMap(({ source, target, wrong }) =>
        wrong.map((word) => ({ word, source, target, agreed: target === '' ? 0 : 1 })),
      ),
  },
];

/** Terms of the source that the translation lacks and has nothing forbidden for. */
export function missingTerms(checked: Checked): readonly FoundTerm[] {
  return termsOf(checked).filter(({ isUsed, wrong }) => isUsed === false && wrong.length === 0);
}

const found = new WeakMap<Checked, readonly FoundTerm[]>();

/** The terms of what a cue renders; none where it has no text yet. */
export function termsOf(checked: Checked): readonly FoundTerm[] {
  const { cue, source, glossary } = checked;
  if (!glossary || !source || cue.text.trim() === '') return [];
  let terms = found.get(checked);
  if (!terms) {
    // A forbidden word is this cue's own; a term may stand in another cue that renders the same.
    const own = glossary.find(plainText(checked.sourceText()), plainText(cue.text));
    const beside = own.some(({ isUsed }) => isUsed === false) ? besideText(checked) : '';
    terms = own.map((term) =>
      term.isUsed === false &&
      beside !== '' &&
      agreed(term).some((word) => glossary.placesOf(word, beside).length > 0)
        ? { ...term, isUsed: true }
        : term,
    );
    found.set(checked, terms);
  }
  return terms;
}

/** What near cues say that render the same source. */
function besideText({ cue, near }: Checked): string {
  const ids = new Set(sourceIdsOf(cue));
  const offsets = Array.from({ length: NEAR }, (_, n) => [n + 1, -n - 1]).flat();
  const others = offsets
    .flatMap((offset) => near(offset) ?? [])
    .filter((other) => sourceIdsOf(other).some((id) => ids.has(id)));
  return runOn(others.map(({ text }) => plainText(text)));
}
