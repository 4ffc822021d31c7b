import { applyAlignment } from '../../../shared/edits/apply-alignment';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { flushDocument, run, useDocument } from '../../state/document';
import { jobResult } from '../../state/jobs';
import { notify } from '../../state/notices';
import { cuesOfTrack, sourceTrack } from '../../state/selectors';
import { makeCues } from './make-cues';

/**
 * Times every word of the transcript against the footage and, where there are no cues yet, makes them; existing cues are
 * only replaced when the person says so. The project may be edited meanwhile: words that changed keep their state.
 */
export async function alignTranscript(): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  await flushDocument();
  const job = await getClient().call('align.start', { session });
  const { alignment } = await jobResult(job, 'align');
  // The project was closed, or another opened, while this ran: its result belongs to nothing that is shown.
  if (useDocument.getState().session !== session) return;
  run(applyAlignment, { alignment });
  const placed = alignment.words.filter((word) => word.startMs !== null).length;
  const text = t('align.done', {
    placed,
    words: alignment.words.length,
    uncovered: alignment.uncovered.length,
  });
  const { project } = useDocument.getState();
  const track = sourceTrack(project);
  if (track && cuesOfTrack(project, track.id).length > 0) {
    notify('success', text, { label: t('align.remake'), run: makeCues });
    return;
  }
  makeCues();
  notify('success', text);
}
