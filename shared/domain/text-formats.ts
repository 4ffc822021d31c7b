import { z } from 'zod';

/** Kinds of subtitle file. What each can hold: `shared/formats/document/holds.ts`. */
export const SubtitleFormat = z.enum(['srt', 'vtt', 'ass', 'ttml', 'stl', 'sbv', 'csv', 'tsv']);
export type SubtitleFormat = z.infer<typeof SubtitleFormat>;

/** Kinds of transcript document. */
export const TranscriptFormat = z.enum(['txt', 'docx', 'html', 'json']);
export type TranscriptFormat = z.infer<typeof TranscriptFormat>;

/** How the characters of a text file are written. WebVTT and TTML are UTF-8 whatever is asked; EBU STL is no text. */
export const TextOutput = z.object({
  /** Name iconv-lite knows, e.g. `utf8`, `windows-1251`. */
  encoding: z.string().min(1).max(40),
  /** Byte order mark in front (Unicode encodings only). */
  bom: z.boolean(),
  lineEnd: z.enum(['lf', 'crlf']),
});
export type TextOutput = z.infer<typeof TextOutput>;
