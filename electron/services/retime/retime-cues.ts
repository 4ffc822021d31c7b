import { basename } from 'node:path';
import type { Span } from '../../../shared/domain/alignment';
import { Retiming } from '../../../shared/domain/retiming';
import type { TimelineOfFile } from '../../../shared/ffmpeg/timeline';
import { runWorker } from '../../platform/workers';
import { listen, LISTEN_RATE_HZ } from '../align/listen';
import type { RetimeWork } from './retime-work';

/** What cues are put in step with. */
export type RetimeTarget =
  | {
      readonly kind: 'media';
      readonly mediaPath: string;
      readonly ffmpegPath: string;
      readonly timeline?: TimelineOfFile | undefined;
      /** Index of the sound stream; the first one if left out. */
      readonly sound?: number | undefined;
    }
  /** `durationMs` of the recording they belong to, where it is known. */
  | { readonly kind: 'cues'; readonly spans: readonly Span[]; readonly durationMs: number | null };

export interface RetimeCuesOptions {
  readonly cues: readonly Span[];
  readonly target: RetimeTarget;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Share of the work that reading the sound takes. */
const LISTEN_SHARE = 0.2;

/**
 * New times for cues, in the order given, in a worker. Throws `no-cues`, `no-fit`, `no-voice`, `no-audio`, `too-large`,
 * `cancelled`, and what ffmpeg makes of files that cannot be read.
 */
export async function retimeCues({
  cues,
  target,
  signal,
  onProgress = () => {},
}: RetimeCuesOptions): Promise<Retiming> {
  const isMedia = target.kind === 'media';
  const samples = isMedia ? await listen({ ...target, signal }) : null;
  const from = isMedia ? LISTEN_SHARE : 0;
  onProgress(from);
  const work: RetimeWork = {
    cues: cues.map(({ startMs, endMs }) => ({ startMs, endMs })),
    target:
      samples && isMedia
        ? { kind: 'audio', samples, rateHz: LISTEN_RATE_HZ, name: basename(target.mediaPath) }
        : {
            kind: 'cues',
            spans: isMedia ? [] : target.spans.map(({ startMs, endMs }) => ({ startMs, endMs })),
            durationMs: isMedia ? null : target.durationMs,
          },
  };
  const found = await runWorker('retime', work, {
    signal,
    onProgress: (fraction) => onProgress(from + (1 - from) * fraction),
    transfer: samples ? [samples.buffer] : [],
  });
  return Retiming.parse(found);
}
