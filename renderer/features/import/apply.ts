import type { TranscriptDraft } from '../../../shared/api/contract';
import type { Project } from '../../../shared/domain/project';
import type { Edit } from '../../../shared/edits/edit';
import { withSourceTrack } from '../../../shared/edits/make-subtitles';
import { setTrackCues } from '../../../shared/edits/track-cues';
import { replaceTranscript } from '../../../shared/edits/transcript';
import { keepVersion } from '../../../shared/edits/versions';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { sourceTrack } from '../../state/selectors';
import { showTrack } from '../../state/session';

/** `times`: the file's own subtitles become the track's cues. `text`: only what is said is taken. */
export type DraftUse = 'times' | 'text';

interface ImportArgs {
  readonly draft: TranscriptDraft;
  readonly language: string;
  readonly withCues: boolean;
}

/** Transcript, and cues where the file had them, as one step. */
const importTranscript: Edit<ImportArgs> = {
  command: 'transcript.import',
  label: 'edit.transcript.replace',
  apply(project: Project, { draft, language, withCues }) {
    const withText = replaceTranscript.apply(project, { newId, draft, language });
    return kept(withCues && draft.cues ? withOwnCues(withText, draft.cues) : withText);
  },
};

function withOwnCues(project: Project, cues: NonNullable<TranscriptDraft['cues']>): Project {
  const { project: withTrack, track } = withSourceTrack(project, newId);
  return setTrackCues.apply(withTrack, { newId, trackId: track.id, cues });
}

/** As it was imported, it can always be returned to. */
function kept(project: Project): Project {
  return keepVersion.apply(project, {
    newId,
    name: '',
    kind: 'imported',
    signed: { by: '', atMs: Date.now() },
  });
}

/** Brings a draft into the open project as one undo step. Says whether there are now cues, or words to be aligned. */
export function importDraft(draft: TranscriptDraft, language: string, use: DraftUse): 'cues' | 'words' {
  const withCues = use === 'times' && draft.cues !== null && draft.cues.length > 0;
  run(importTranscript, { draft, language, withCues });
  const track = sourceTrack(useDocument.getState().project);
  if (withCues && track) showTrack(track.id);
  return withCues ? 'cues' : 'words';
}
