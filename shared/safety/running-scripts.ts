/** Names in scripts that put no space between words: there a name is looked for inside whatever stands around it. */
import type { SpeltName } from '../domain/protected-name';
import type { NameHit } from './match';

const RUNNING =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Lines break and invisible characters stand anywhere; middle dots stand between the parts of foreign names. */
const SKIPPED = /[\s\p{Cf}\u034f\u30fb\u00b7]/u;
const SHORTEST = 2;

/** Makes the search for all names of a list that are written so; overlapping hits come as they are. */
export function compileRunning<E extends SpeltName>(entries: readonly E[]): (text: string) => NameHit<E>[] {
  const names = entries.flatMap((entry) =>
    [entry.name, ...entry.aliases].flatMap((name) => {
      const { plain } = plainOf(name);
      return RUNNING.test(name) && plain.length >= SHORTEST ? [{ entry, plain }] : [];
    }),
  );
  if (names.length === 0) return () => [];
  return (text) => {
    if (!RUNNING.test(text)) return [];
    const { plain, starts, ends } = plainOf(text);
    return names.flatMap(({ entry, plain: name }) => {
      const hits: NameHit<E>[] = [];
      for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + name.length)) {
        const [from = 0, to = 0] = [starts[at], ends[at + name.length - 1]];
        hits.push({ entry, from, to, found: text.slice(from, to), isPart: false });
      }
      return hits;
    });
  };
}

/** What is read, without spaces, and where in the text each UTF-16 unit of that begins and ends. */
function plainOf(text: string): { plain: string; starts: number[]; ends: number[] } {
  let [plain, at] = ['', 0];
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const character of text) {
    const read = SKIPPED.test(character) ? '' : character.normalize('NFKD').toLowerCase();
    for (let unit = 0; unit < read.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    plain += read;
    at += character.length;
  }
  return { plain, starts, ends };
}
