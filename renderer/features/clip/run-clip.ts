import type { FileInfo } from '../../../shared/api/contract';
import type { Branding } from '../../../shared/domain/branding';
import type { VideoOutput } from '../../../shared/domain/video-output';
import type { ClipSpan } from '../../../shared/video/clip';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { jobResult } from '../../state/jobs';
import { notify } from '../../state/notices';

export interface ClipRequest {
  readonly output: VideoOutput;
  readonly trackId: string | null;
  readonly span: ClipSpan;
  readonly branding: Branding;
  readonly target: FileInfo;
}

/** Starts it and follows it to its end in the tray; says what came of it. Throws what the services throw. */
export async function runClip({ output, trackId, span, branding, target }: ClipRequest): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  await flushDocument();
  const job = await getClient().call('export.video', {
    session,
    output,
    tracks: trackId === null ? [] : [trackId],
    target: target.handle,
    span: { startMs: Math.round(span.startMs), endMs: Math.round(span.endMs) },
    branding,
  });
  const { file, checks } = await jobResult(job, 'export-video');
  const said = checks.filter(({ code }) => code !== 'sound-copied').map(({ message }) => message);
  notify('success', [t('clip.done', { name: file.name }), ...said].join(' '));
}
