import type { Cue, Track } from '../domain/track';
import { directionOf } from '../text/direction';
import { profileFor } from '../profiles/profiles';
import type { Edit, NewId } from './edit';
import { withSourceIds } from '../translation/links';
import { orderAfter, trackOf, unsigned, validText, withCues } from './records';
import { addTrack } from './track';

export interface DuplicateTrackArgs {
  readonly newId: NewId;
  readonly id: string;
  /** BCP 47 of the copy. */
  readonly language: string;
  readonly name: string;
  /** False: a frame to translate in, times without texts. */
  readonly withTexts: boolean;
}

/**
 * Adds a copy of a track: a translation whose cues render those of the source, as drafts to be worked over. A copy in another
 * language gets that one's direction and profile. The words of the transcript stay with the track they were timed for.
 */
export const duplicateTrack: Edit<DuplicateTrackArgs> = {
  command: 'track.duplicate',
  label: 'edit.track.duplicate',
  apply(project, { newId, id, language, name, withTexts }) {
    const original = trackOf(project, id);
    const isSame = original.language === language;
    const track: Track = {
      ...original,
      id: newId(),
      order: orderAfter(project.tracks),
      kind: 'translation',
      language,
      name: validText(name, 200, 'the name'),
      ...(isSame ? {} : { direction: directionOf(language), profileId: profileFor(language).id }),
    };
    const isSource = original.kind === 'source';
    const cues = project.cues.filter((cue) => cue.trackId === id);
    const copies = cues.map((cue) => {
      const { staleFrom: _, ...rest } = unsigned(cue);
      const copy: Cue = {
        ...rest,
        id: newId(),
        trackId: track.id,
        text: withTexts ? cue.text : '',
        wordIds: [],
        status: 'draft',
        stale: false,
      };
      return isSource ? withSourceIds(copy, [cue.id]) : copy;
    });
    return withCues(addTrack.apply(project, { track }), [], copies);
  },
};
