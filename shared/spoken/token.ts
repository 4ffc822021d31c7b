import type { Written } from '../transcript/words';

/** A transcript word as written. */
export interface WrittenWord extends Written {
  readonly id: string;
}

/** Something said for one or more written words: `1 000 000` are three words and one token. */
export interface SpokenToken {
  /** What a synthesiser is to say: words apart by blanks, with the punctuation that shapes the melody. Never empty. */
  readonly text: string;
  /** BCP 47 language whose voice says it. */
  readonly language: string;
  /** Indices `[from, to)` into the utterance's written words. Tokens follow each other and never overlap. */
  readonly from: number;
  readonly to: number;
  /** For each of these words about how much of the sound is its own; by its length where this is left out. */
  readonly shares?: readonly number[] | undefined;
}

/** A stretch of one paragraph that is spoken and aligned as one. */
export interface Utterance {
  /** Every written word, in order; one that no token covers makes no sound. */
  readonly words: readonly WrittenWord[];
  /** BCP 47; of the voice that says most of it. */
  readonly language: string;
  readonly tokens: readonly SpokenToken[];
}
