import type { Cue } from '../../domain/track';
import { gapBetween } from '../../text/unspaced';
import { splitSentences } from '../../transcript/sentences';
import { plainText } from '../upstream';

/** A sentence of the source, and how many of its characters stand in which cue. */
export interface SourceSentence {
  readonly text: string;
  /** Sentences of one turn of a speaker have the same number. */
  readonly paragraph: number;
  /** `cue`: index into the source cues. */
  readonly parts: readonly { readonly cue: number; readonly length: number }[];
}

/**
 * The sentences of a source track: cues joined as they follow each other, apart where the speaker changes. Every character is
 * in exactly one sentence, every cue with text in at least one. Linear.
 */
export function sourceSentences(cues: readonly Cue[], language: string): SourceSentence[] {
  const sentences: SourceSentence[] = [];
  turnsOf(cues).forEach((turn, paragraph) => {
    const starts: number[] = [];
    let text = '';
    for (const { said } of turn) {
      if (text !== '') text += gapBetween(text, said);
      starts.push(text.length);
      text += said;
    }
    for (const { start, end } of splitSentences(text, language)) {
      const parts = turn.flatMap(({ cue, said }, n) => {
        const from = starts[n] ?? 0;
        const length = Math.min(end, from + said.length) - Math.max(start, from);
        return length > 0 ? [{ cue, length }] : [];
      });
      sentences.push({ text: text.slice(start, end), paragraph, parts });
    }
  });
  return sentences;
}

interface Said {
  readonly cue: number;
  readonly said: string;
}

function turnsOf(cues: readonly Cue[]): Said[][] {
  const turns: Said[][] = [];
  let speaker: string | null = null;
  cues.forEach(({ text, speakerId }, cue) => {
    const said = plainText(text);
    if (said === '') return;
    const isNew = turns.length === 0 || (speakerId !== null && speaker !== null && speakerId !== speaker);
    speaker = speakerId ?? speaker;
    if (isNew) turns.push([]);
    turns.at(-1)?.push({ cue, said });
  });
  return turns;
}

/** A sentence of the translation, as handed in. */
export interface TargetSentence {
  readonly text: string;
  readonly paragraph: number;
}

/** The sentences of a translation's paragraphs. Every character but white space is in exactly one. */
export function targetSentences(paragraphs: readonly string[], language: string): TargetSentence[] {
  return paragraphs.flatMap((paragraph, n) => {
    const text = plainText(paragraph);
    return splitSentences(text, language).map(({ start, end }) => ({
      text: text.slice(start, end),
      paragraph: n,
    }));
  });
}
