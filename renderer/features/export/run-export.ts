/** The export under way. It outlives its dialog: closed, it goes on in the tray. */
import { create } from 'zustand';
import type { FileInfo, SubtitleOptions, TextIssue } from '../../../shared/api/contract';
import { AppError, errorData, type ErrorData } from '../../../shared/api/errors';
import type { Id } from '../../../shared/domain/common';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { jobResult } from '../../state/jobs';
import { notify } from '../../state/notices';
import { useSession } from '../../state/session';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { subtitleFormat, transcriptFormat, type ExportFormat } from './model';

export type ExportPhase =
  | { readonly step: 'choose'; readonly failure: ErrorData | null }
  | { readonly step: 'writing' }
  | { readonly step: 'burning'; readonly jobId: Id }
  | { readonly step: 'done'; readonly file: FileInfo; readonly issues: readonly TextIssue[] };

const CHOOSE: ExportPhase = { step: 'choose', failure: null };

export interface ExportState {
  readonly phase: ExportPhase;
  /** What was asked for last, so that another try or another file starts from it. */
  readonly last: ExportRequest | null;
}

export const useExport = create<ExportState>()(() => ({ phase: CHOOSE, last: null }));

const show = (phase: ExportPhase) => useExport.setState({ phase });

export interface ExportRequest {
  readonly trackId: Id;
  readonly format: ExportFormat;
  readonly options: SubtitleOptions;
  /** Null keeps the footage's own height. */
  readonly height: number | null;
  readonly target: FileInfo;
}

/** Back to choosing; for another export. */
export function resetExport(): void {
  show(CHOOSE);
}

/** Writes the file and follows it to its end. Never throws: what went wrong is part of the phase. */
export async function runExport(request: ExportRequest): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  useExport.setState({ phase: { step: 'writing' }, last: request });
  try {
    await flushDocument();
    const done = await write(session, request);
    show({ step: 'done', file: done.file, issues: 'issues' in done ? done.issues : [] });
    if (useSession.getState().dialog !== 'export')
      notify('success', t('export.doneNamed', { name: done.file.name }));
  } catch (error) {
    const isCancel = error instanceof AppError && error.code === 'cancelled';
    show({ step: 'choose', failure: isCancel ? null : errorData(error) });
    if (!isCancel && useSession.getState().dialog !== 'export') notify('error', errorData(error).message);
  }
}

/** Times help whoever looks a sentence up in the film, and name nobody. */
const WITH_TIMES = true;

async function write(session: Id, request: ExportRequest) {
  const { trackId, format, options, target } = request;
  const transcript = transcriptFormat(format);
  if (transcript !== null)
    return getClient().call('export.transcript', {
      session,
      format: transcript,
      target: target.handle,
      speakers: options.speakers,
      times: WITH_TIMES,
    });
  const subtitles = subtitleFormat(format);
  if (subtitles === null) return burn(session, request);
  return getClient().call('export.subtitles', {
    session,
    track: trackId,
    format: subtitles,
    target: target.handle,
    options,
  });
}

async function burn(session: Id, { trackId, height, target }: ExportRequest) {
  const job = await getClient().call('export.video', {
    session,
    output: { ...PLAIN_BURN_IN, height },
    tracks: [trackId],
    target: target.handle,
    span: null,
  });
  show({ step: 'burning', jobId: job.id });
  return jobResult(job, 'export-video');
}
