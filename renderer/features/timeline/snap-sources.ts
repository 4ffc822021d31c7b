import type { Id } from '../../../shared/domain/common';
import { markersOf } from '../../../shared/edits/marker';
import { useDocument } from '../../state/document';
import { useShots } from '../../state/findings';
import { usePlayback } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import type { SnapSource } from './drag';
import type { PlacedWord } from './scene';

interface Moving {
  readonly words: readonly PlacedWord[];
  /** What moves catches nothing: ids of cues or words. */
  readonly except?: ReadonlySet<Id>;
}

const NONE: ReadonlySet<Id> = new Set();

/** What a drag can be caught by, as it is when the drag begins: shot changes first, the playhead last. */
export function snapSources({ words, except = NONE }: Moving): readonly SnapSource[] {
  const { project } = useDocument.getState();
  return [
    { kind: 'shot', times: useShots.getState().shotsMs ?? [] },
    ...project.tracks.map(({ id }): SnapSource => {
      return { kind: 'cue', spans: cuesOfTrack(project, id), except, trackId: id };
    }),
    ...audible({ words, except }),
    { kind: 'marker', times: markersOf(project).map(({ atMs }) => atMs) },
    { kind: 'playhead', times: [usePlayback.getState().playheadMs] },
  ];
}

/** What a word's edge can be caught by: other words, and where speech begins and ends. */
export function audible({ words, except = NONE }: Moving): readonly SnapSource[] {
  const speech = useDocument.getState().project.meta.hearing?.speech ?? [];
  return [
    { kind: 'word', spans: words, except },
    { kind: 'speech', spans: speech },
  ];
}
