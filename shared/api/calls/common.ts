/** What calls of several kinds share: files as handles, what is odd in a text. */
import { z } from 'zod';
import { Id } from '../../domain/common';
import { ErrorData } from '../../domain/job';
import { MediaInfo } from '../../domain/media';

/** Stands for a file or folder that the person opened in this session; paths stay with the services. */
export const Handle = z.string().regex(/^file_[A-Za-z0-9_-]{22,64}$/);

export const FileInfo = z.object({
  handle: Handle,
  /** File name without its folder. */
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  sizeBytes: z.number().int().min(0).nullable(),
});

/** Something odd in an imported text: 1-based line (0: the whole file), a code, and a sentence. */
export const TextIssue = z.object({ line: z.number().int().min(0), code: z.string(), message: z.string() });

export const EncodingGuess = z.object({
  /** Name iconv-lite knows, e.g. `utf8`, `windows-1251`, `rk1048`. */
  encoding: z.string(),
  bom: z.boolean(),
  /** 0 to 1; under 0.1 the person should choose from a preview. */
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.string()),
});

/** Where a transcript comes from: a file the person opened, dropped bytes, or pasted text. */
export const TextSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file: Handle }),
  z.object({ kind: z.literal('bytes'), name: z.string().max(255), base64: z.string().max(72_000_000) }),
  z.object({ kind: z.literal('text'), text: z.string().max(52_428_800) }),
]);

export const MediaState = z.object({
  /** `missing`: not where the project says. `changed`: there, but another file. `none`: the project has no footage yet. */
  state: z.enum(['ok', 'missing', 'changed', 'none']),
  file: FileInfo.nullable(),
  info: MediaInfo.nullable(),
  /** Address for the media element (`media://…` or the loopback media port). */
  url: z.string().nullable(),
  problem: ErrorData.nullable(),
});

/** Of calls that take or answer nothing. */
export const nothing = z.object({});

/** Of every call about an open project. */
export const inSession = z.object({ session: Id });

/** One method of the contract. */
export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

export type Handle = z.infer<typeof Handle>;
export type FileInfo = z.infer<typeof FileInfo>;
export type TextIssue = z.infer<typeof TextIssue>;
export type EncodingGuess = z.infer<typeof EncodingGuess>;
export type TextSource = z.infer<typeof TextSource>;
export type MediaState = z.infer<typeof MediaState>;
