import { splitGraphemes } from '../../text/characters';
import { dominantScript } from '../../text/scripts';
import { directionOf } from '../../text/direction';
import { likelyLocale } from '../../text/locale';
import { CODE_PAGES, type CodePage } from './code-pages';

/** Characters that were exchanged, with how often: `plainer` for one of the same sense, `missing` for `?`. */
export interface Substitutions {
  readonly plainer: Map<string, number>;
  readonly missing: Map<string, number>;
}

/** What says the same where a table lacks the finer sign. */
const PLAINER: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", ʼ: "'" },
  ...{ '–': '-', '—': '-', '―': '-', '−': '-', '‑': '-', '…': '...', '\u00a0': ' ', '\t': ' ', '№': 'No.' },
  ...{ '•': '*', '·': '.', '،': ',', '؟': '?', '؛': ';', '٪': '%', '€': 'EUR', '\u202f': ' ', '\u2009': ' ' },
};
/** Never drawn; the tables have no place for them. */
const INVISIBLE = /^[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+$/;
const SCRIPT_PAGES: Readonly<Record<string, CodePage['number']>> = {
  Latn: '00',
  Cyrl: '01',
  Arab: '02',
  Grek: '03',
  Hebr: '04',
};

/** The table that holds the most of a text, then simplifies the least; of equal ones that of the language's script. */
export function choosePage(text: string, language: string): CodePage {
  const script = dominantScript(text) ?? likelyLocale(language).script ?? 'Latn';
  const usual = SCRIPT_PAGES[script] ?? (directionOf(language) === 'rtl' ? '02' : '00');
  const ordered = CODE_PAGES.toSorted((a, b) => Number(b.number === usual) - Number(a.number === usual));
  const characters = new Map<string, number>();
  for (const each of splitGraphemes(text)) characters.set(each, (characters.get(each) ?? 0) + 1);
  const losses = (page: CodePage) => {
    let [missing, plainer] = [0, 0];
    for (const [each, times] of characters) {
      const held = inPage(each, page);
      if (held === null) missing += times;
      else if (isPlainer(held, each)) plainer += times;
    }
    return { missing, plainer };
  };
  return ordered
    .map((page) => ({ page, ...losses(page) }))
    .reduce((best, next) =>
      next.missing < best.missing || (next.missing === best.missing && next.plainer < best.plainer)
        ? next
        : best,
    ).page;
}

/** A text of which every character is in the table; what was exchanged is counted in `changes`. Keeps `<i>` and `\n`. */
export function substituted(text: string, page: CodePage, changes: Substitutions): string {
  const count = (found: Map<string, number>, each: string) => found.set(each, (found.get(each) ?? 0) + 1);
  return splitGraphemes(text)
    .map((each) => {
      if (each === '\n') return each;
      const held = inPage(each, page);
      if (held === null) count(changes.missing, each);
      else if (isPlainer(held, each)) count(changes.plainer, each);
      return held ?? '?';
    })
    .join('');
}

function isPlainer(held: string, grapheme: string): boolean {
  return held !== '' && held !== grapheme.normalize('NFC');
}

/** How a table writes one grapheme: itself, something plainer, nothing for what is never drawn; null where it cannot. */
function inPage(grapheme: string, page: CodePage): string | null {
  if (grapheme === '\n' || INVISIBLE.test(grapheme)) return grapheme === '\n' ? grapheme : '';
  const composed = grapheme.normalize('NFC');
  if (page.encode(composed)) return composed;
  const points = [...composed];
  if (points.length > 1 && points.every((point) => page.encode(point) || INVISIBLE.test(point)))
    return points.filter((point) => !INVISIBLE.test(point)).join('');
  const plainer = PLAINER[composed];
  return plainer !== undefined && [...plainer].every((point) => page.encode(point)) ? plainer : null;
}

/** The bytes of a text made by `substituted`; line ends are the caller's. */
export function encodeText(text: string, page: CodePage): number[] {
  return splitGraphemes(text).flatMap((each) => {
    const whole = page.encode(each);
    return whole ? [...whole] : [...each].flatMap((point) => [...(page.encode(point) ?? [0x3f])]);
  });
}
