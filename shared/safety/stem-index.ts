import type { Stem } from './endings';

interface Listed<W> {
  readonly word: W;
  readonly stem: Stem;
}

/**
 * Words of names by their stems. Most words of a text are turned away by their first letters, which is what makes thousands of
 * cues quick.
 */
export class StemIndex<W> {
  readonly #stems = new Map<string, Listed<W>[]>();
  readonly #starts = new Set<string>();
  #longest = 0;

  /** Lists a word under its stems. */
  add(stems: readonly Stem[], word: W): void {
    for (const stem of stems) {
      if (stem.stem === '') continue;
      const listed = { word, stem };
      const known = this.#stems.get(stem.stem);
      if (known) known.push(listed);
      else this.#stems.set(stem.stem, [listed]);
      this.#starts.add(stem.stem.slice(0, START));
      this.#longest = Math.max(this.#longest, stem.stem.length);
    }
  }

  get isEmpty(): boolean {
    return this.#stems.size === 0;
  }

  /** Adds the words of names that a word may be. `isCapital`: whether it is written with a capital. */
  seek(word: string, isCapital: boolean, found: Set<W>): void {
    const isShortStem = this.#starts.has(word.slice(0, SHORT_START));
    if (!isShortStem && !this.#starts.has(word.slice(0, START))) return;
    const most = Math.min(word.length, this.#longest);
    for (let length = 1; length <= most; length++)
      for (const { word: listed, stem } of this.#stems.get(word.slice(0, length)) ?? [])
        if ((isCapital || stem.isCapital !== true) && stem.accepts(word.slice(length))) found.add(listed);
  }
}

const START = 3;
const SHORT_START = 2;
