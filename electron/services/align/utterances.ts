import type { Paragraph } from '../../../shared/domain/transcript';

/** A stretch of one paragraph that is spoken and aligned as one. */
export interface Utterance {
  readonly words: readonly { readonly id: string; readonly text: string }[];
  readonly language: string;
}

/** A sentence longer than this is cut at the next comma, or at the latest at twice this: matching gets no better by longer. */
const LONG_CHARACTERS = 160;
const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]*$/u;
const CLAUSE_END = /[,;:،；：、–—]["'”’»)\]]*$/u;
/** Initials and short abbreviations end in a stop that ends no sentence: `J.`, `г.`, `Dr.`, `ст.` */
const ABBREVIATION = /^["'“‘«([]*\p{L}{1,3}\.$/u;

/** Cuts paragraphs into utterances. Words stay whole and in order; a cut in the wrong place costs accuracy, nothing else. */
export function utterancesOf(paragraphs: readonly Paragraph[], language: string): Utterance[] {
  return paragraphs.flatMap((paragraph) => {
    const utterances: Utterance[] = [];
    let words: Paragraph['words'] = [];
    let length = 0;
    const close = () => {
      if (words.length > 0) utterances.push({ words, language: paragraph.language ?? language });
      words = [];
      length = 0;
    };
    for (const word of paragraph.words) {
      words.push(word);
      length += word.text.length + 1;
      const isSentence = SENTENCE_END.test(word.text) && !ABBREVIATION.test(word.text);
      const isClause = length > LONG_CHARACTERS && CLAUSE_END.test(word.text);
      if (isSentence || isClause || length > 2 * LONG_CHARACTERS) close();
    }
    close();
    return utterances;
  });
}
