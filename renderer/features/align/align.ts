import { applyAlignment } from '../../../shared/edits/apply-alignment';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { flushDocument, run, useDocument } from '../../state/document';
import { jobResult } from '../../state/jobs';
import { notify } from '../../state/notices';
import { cuesOfTrack, sourceTrack } from '../../state/selectors';
import { cueTiming } from './cue-timing';
import { makeCues } from './make-cues';

/** From one word to another, in transcript order or against it. */
export interface WordRange {
  readonly from: string;
  readonly to: string;
}

/** What an alignment changed. */
interface Outcome {
  readonly words: number;
  readonly placed: number;
  readonly uncovered: number;
}

/**
 * Times the whole transcript against the footage, around what a person pinned, and where there are no cues yet, makes them.
 * The project may be edited meanwhile: what was changed, deleted, pinned or called not spoken since stays as the person left it.
 */
export async function alignTranscript(): Promise<void> {
  const outcome = await alignWords(null);
  if (!outcome) return;
  const text = t('align.done', { ...outcome });
  const { project } = useDocument.getState();
  const track = sourceTrack(project);
  if (track && cuesOfTrack(project, track.id).length > 0) {
    notify('success', text, { label: t('align.remake'), run: makeCues });
    return;
  }
  makeCues();
  notify('success', text);
}

/** Times a piece of the transcript again, between the trusted words around it. */
export async function alignAgain(words: WordRange): Promise<void> {
  const outcome = await alignWords(words);
  if (!outcome) return;
  const text = t('align.again', { words: outcome.words, unplaced: outcome.words - outcome.placed });
  notify(outcome.placed < outcome.words ? 'info' : 'success', text);
}

async function alignWords(words: WordRange | null): Promise<Outcome | null> {
  const { session } = useDocument.getState();
  if (session === null) return null;
  await flushDocument();
  const job = await getClient().call('align.start', { session, words });
  const { alignment, range } = await jobResult(job, 'align');
  // The project was closed, or another opened, while this ran: its result belongs to nothing that is shown.
  if (useDocument.getState().session !== session) return null;
  run(applyAlignment, { alignment, range, timing: cueTiming() });
  return {
    words: alignment.words.length,
    placed: alignment.words.filter((word) => word.startMs !== null).length,
    uncovered: alignment.uncovered.length,
  };
}
