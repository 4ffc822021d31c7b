import { z } from 'zod';
import { millisecondsFromSeconds } from '../domain/time';
import type { Utterance } from './utterances';

const Seconds = z.union([z.number(), z.string().transform(Number)]).pipe(z.number().min(0).max(3_600_000));

/** OpenAI Whisper, faster-whisper and WhisperX: `{segments: [{start, end, text, speaker?}]}`, seconds. */
const Whisper = z
  .object({
    segments: z.array(
      z.object({ start: Seconds, end: Seconds, text: z.string(), speaker: z.string().nullish() }),
    ),
  })
  .transform(({ segments }): Utterance[] =>
    segments.map((segment) => ({
      startMs: millisecondsFromSeconds(segment.start),
      endMs: millisecondsFromSeconds(segment.end),
      text: segment.text.trim(),
      speaker: segment.speaker ?? null,
    })),
  );

/** whisper.cpp: `{transcription: [{offsets: {from, to}, text}]}`, milliseconds. */
const WhisperCpp = z
  .object({
    transcription: z.array(
      z.object({
        offsets: z.object({ from: z.number().int().min(0), to: z.number().int().min(0) }),
        text: z.string(),
      }),
    ),
  })
  .transform(({ transcription }): Utterance[] =>
    transcription.map(({ offsets, text }) => ({
      startMs: offsets.from,
      endMs: offsets.to,
      text: text.trim(),
      speaker: null,
    })),
  );

/** AWS Transcribe: `{results: {items: [{type, start_time?, end_time?, alternatives: [{content}], speaker_label?}]}}`, seconds as text. */
const Aws = z
  .object({
    results: z.object({
      items: z.array(
        z.object({
          type: z.string(),
          start_time: Seconds.optional(),
          end_time: Seconds.optional(),
          alternatives: z.array(z.object({ content: z.string() })),
          speaker_label: z.string().nullish(),
        }),
      ),
    }),
  })
  .transform(({ results }): Utterance[] => {
    const words: { startMs: number; endMs: number; text: string; speaker: string | null }[] = [];
    for (const { start_time, end_time, alternatives, speaker_label } of results.items) {
      const text = alternatives[0]?.content ?? '';
      const last = words.at(-1);
      if (start_time !== undefined || !last)
        words.push({
          startMs: millisecondsFromSeconds(start_time ?? 0),
          endMs: millisecondsFromSeconds(end_time ?? start_time ?? 0),
          text,
          speaker: speaker_label ?? last?.speaker ?? null,
        });
      // Punctuation has no times of its own and stands right behind its word.
      else last.text += text;
    }
    return words;
  });

const Recogniser = z.union([Whisper, WhisperCpp, Aws]);

/** What a recogniser heard. `skipped`: entries without text. */
export interface Recognised {
  readonly utterances: Utterance[];
  readonly skipped: number;
}

/**
 * Reads a speech recogniser's JSON: Whisper, WhisperX, whisper.cpp or AWS Transcribe. Null where the text is no JSON or
 * has none of these shapes.
 */
export function parseRecogniserJson(text: string): Recognised | null {
  const parsed = Recogniser.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const utterances = parsed.data.filter((utterance) => utterance.text !== '');
  return { utterances, skipped: parsed.data.length - utterances.length };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
