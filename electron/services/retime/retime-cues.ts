import { basename } from 'node:path';
import type { Span } from '../../../shared/domain/alignment';
import { Retiming } from '../../../shared/domain/retiming';
import type { TimelineOfFile } from '../../../shared/ffmpeg/timeline';
import { runWorker } from '../../platform/workers';
import { LISTEN_RATE_HZ, listenTo } from '../align/listen';
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

/** Share of the work that hearing the sound takes. */
const LISTEN_SHARE = 0.4;

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
  const loose = ({ startMs, endMs }: Span) => ({ startMs, endMs });
  const isMedia = target.kind === 'media';
  const from = isMedia ? LISTEN_SHARE : 0;
  const work: RetimeWork = {
    cues: cues.map(loose),
    target: isMedia
      ? { kind: 'audio', rateHz: LISTEN_RATE_HZ, name: basename(target.mediaPath) }
      : { kind: 'cues', spans: target.spans.map(loose), durationMs: target.durationMs },
  };
  onProgress(0);
  const found = await runWorker('retime', work, {
    signal,
    onProgress: (fraction) => onProgress(from + (1 - from) * fraction),
    feed: isMedia
      ? (send) => listenTo({ ...target, signal }, (samples) => send(new Uint8Array(samples.buffer)))
      : undefined,
  });
  return Retiming.parse(found);
}
