import { z } from 'zod';
import { Time } from '../../domain/common';
import type { TranscriptDraft } from '../../api/contract';
import { TRANSCRIPT_JSON } from './write';

const File = z.object({
  format: z.literal(TRANSCRIPT_JSON),
  version: z.number().int().min(1),
  language: z.string(),
  paragraphs: z.array(
    z.object({ speaker: z.string().max(200).nullable(), startMs: Time.nullable(), text: z.string() }),
  ),
});

/** Speakers and paragraphs of a transcript written by `writeTranscriptJson`; null for any other text. */
export function parseTranscriptJson(text: string): Pick<TranscriptDraft, 'speakers' | 'paragraphs'> | null {
  const parsed = File.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const names = [...new Set(parsed.data.paragraphs.flatMap(({ speaker }) => speaker ?? []))];
  return {
    speakers: names.map((name) => ({ name })),
    paragraphs: parsed.data.paragraphs.map((paragraph) => ({
      speaker: paragraph.speaker === null ? null : names.indexOf(paragraph.speaker),
      hintMs: paragraph.startMs,
      text: paragraph.text,
    })),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
