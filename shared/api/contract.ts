/**
 * THE contract between screens and services: every method with the schemas of what goes in and comes out, by meaning in `calls/`.
 * Hosts validate both ways; types are inferred. A new call touches a file there and one handler in `electron/compose.ts`.
 * Payloads are plain JSON: no undefined, NaN, dates or bytes (binary travels as base64).
 */
import type { z } from 'zod';
import { appCalls } from './calls/app';
import { brandingCalls } from './calls/branding';
import { exportCalls } from './calls/export';
import { jobCalls } from './calls/job';
import { mediaCalls } from './calls/media';
import { namesCalls } from './calls/names';
import { projectCalls } from './calls/project';
import { reviewCalls } from './calls/review';
import { textCalls } from './calls/text';

export { KeyChoice, RecentProject, Settings, Tool } from './calls/app';
export { EncodingGuess, FileInfo, Handle, MediaState, TextIssue, TextSource } from './calls/common';
export { SubtitleOptions } from './calls/export';
export { JobResult } from './calls/job';
export { OpenedProject } from './calls/project';
export { PacketChoice, ReviewFile } from './calls/review';
export { TranscriptDraft } from './calls/text';
export { SubtitleFormat, TextOutput, TranscriptFormat } from '../domain/text-formats';

export const contract = {
  ...appCalls,
  ...projectCalls,
  ...mediaCalls,
  ...textCalls,
  ...brandingCalls,
  ...namesCalls,
  ...exportCalls,
  ...reviewCalls,
  ...jobCalls,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type Input<M extends MethodName> = z.infer<Contract[M]['input']>;
export type Output<M extends MethodName> = z.infer<Contract[M]['output']>;
