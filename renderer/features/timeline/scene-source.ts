import type { Id } from '../../../shared/domain/common';
import type { Project } from '../../../shared/domain/project';
import { markersOf } from '../../../shared/edits/marker';
import { coversOf } from '../../../shared/edits/redaction';
import { soundPlan } from '../../../shared/redaction/sound';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { useAlignDraft } from '../../state/align-draft';
import { useDocument } from '../../state/document';
import { useFindings, useShots } from '../../state/findings';
import { trueFrames } from '../../state/frames';
import { cuesOfTrack, timedWords, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { alignedView } from './dirty';
import { fallClock } from './fall';
import { layOutBands, type Bands } from './geometry';
import {
  readColours,
  type Lane,
  type PlacedWord,
  type RedactedSpan,
  type Scene,
  type Waveform,
} from './scene';
import type { SpectrogramTiles } from './spectrogram-tiles';
import { unfoundRuns, type UnfoundRun } from './unfound';
import { currentDuration, useTimelineView } from './view-store';

export interface SceneSource {
  /** The scene as it would be drawn now. Parts that did not change are the very same as in the one before. */
  scene(): Scene;
  setWaveform(waveform: Waveform | null): void;
  setSpectrogram(tiles: SpectrogramTiles | null): void;
  /** Reads the theme's colours anew. */
  recolour(): void;
}

/** Whether the person wants to see the spectrogram. */
export function wantsSpectrogram(): boolean {
  return useSession.getState().layout['timeline.spectrogram'] === true;
}

/** Gathers from the stores what a canvas shows. */
export function createSceneSource(canvas: HTMLCanvasElement): SceneSource {
  let bands: Bands = layOutBands(0);
  let bandsFor = '';
  let colours = readColours(canvas);
  let waveform: Waveform | null = null;
  let spectrogram: SpectrogramTiles | null = null;

  const layOut = (tracks: number, at: number) => {
    const hasSpectrogram = spectrogram !== null && wantsSpectrogram();
    const key = `${canvas.clientHeight} ${tracks} ${at} ${hasSpectrogram}`;
    if (key === bandsFor) return;
    bandsFor = key;
    const after = at < 0 ? 0 : tracks - at - 1;
    bands = layOutBands(canvas.clientHeight, Math.max(0, at), after, hasSpectrogram);
  };

  return {
    scene() {
      const { project } = useDocument.getState();
      const { activeTrackId, selectedCueIds, layout } = useSession.getState();
      const { words: draft } = useAlignDraft.getState();
      const track = trackById(project, activeTrackId);
      const at = project.tracks.findIndex(({ id }) => id === activeTrackId);
      const durationMs = currentDuration();
      layOut(project.tracks.length, at);
      return {
        view: alignedView(useTimelineView.getState().view, window.devicePixelRatio || 1),
        bands,
        durationMs,
        cues: cuesOfTrack(project, activeTrackId),
        words: draft.length > 0 ? draft : placedWords(timedWords(project)),
        unfound: draft.length > 0 ? NO_RUNS : unfoundOf(project, durationMs),
        nowMs: draft.length > 0 ? fallClock() : Infinity,
        selected: selectedCueIds,
        direction: track?.direction ?? 'ltr',
        lanes: lanesOf(project, activeTrackId, bands),
        shots: useShots.getState().shotsMs ?? NO_SHOTS,
        markers: markersOf(project),
        redactions: redactedSpans(project),
        hearing: project.meta.hearing ?? null,
        frames: trueFrames(),
        countsFrames: layout['timeline.ruler'] === 'frames',
        findings: useFindings.getState().byCue,
        mostSpeed: (profileById(track?.profileId ?? '') ?? profileFor(track?.language ?? 'en'))
          .maxCharactersPerSecond,
        waveform,
        spectrogram: wantsSpectrogram() ? spectrogram : null,
        colours,
      };
    },
    setWaveform(next) {
      waveform = next;
    },
    setSpectrogram(next) {
      spectrogram = next;
    },
    recolour() {
      colours = readColours(canvas);
    },
  };
}

const NO_SHOTS: readonly number[] = [];
const NO_RUNS: readonly UnfoundRun[] = [];

/** The other tracks that have a band, in their order. */
function lanesOf(project: Project, activeTrackId: Id | null, bands: Bands): Lane[] {
  const others = project.tracks.filter(({ id }) => id !== activeTrackId);
  return bands.others.flatMap((band, n) => {
    const track = others[n];
    if (!track) return [];
    const { id: trackId, language, direction } = track;
    return [{ trackId, language, direction, band, cues: cuesOfTrack(project, trackId) }];
  });
}

const placed = new WeakMap<readonly object[], readonly PlacedWord[]>();

/** The words that have both times, once for each version of the transcript. */
function placedWords(words: ReturnType<typeof timedWords>): readonly PlacedWord[] {
  let known = placed.get(words);
  if (!known) {
    known = words.filter(isPlaced);
    placed.set(words, known);
  }
  return known;
}

function isPlaced(word: {
  readonly startMs: number | null;
  readonly endMs: number | null;
}): word is PlacedWord {
  return word.startMs !== null && word.endMs !== null;
}

const NO_SPANS: readonly RedactedSpan[] = [];
const redacted = new WeakMap<readonly object[], { project: Project; spans: readonly RedactedSpan[] }>();

/** What is redacted when; voices by the transcript and the cues as they are now. */
function redactedSpans(project: Project): readonly RedactedSpan[] {
  const { redactions, paragraphs, cues } = project;
  if (!redactions) return NO_SPANS;
  const known = redacted.get(redactions);
  const hasVoices = redactions.some(({ kind }) => kind === 'voice');
  const isSame = known?.project.paragraphs === paragraphs && known.project.cues === cues;
  if (known && (!hasVoices || isSame)) return known.spans;
  const { mute, beep, disguise } = soundPlan(project);
  const spans = [
    ...coversOf(project).map(({ startMs, endMs }) => ({ kind: 'cover' as const, startMs, endMs })),
    ...[...mute, ...beep, ...disguise].map((span) => ({ kind: 'sound' as const, ...span })),
  ];
  redacted.set(redactions, { project, spans });
  return spans;
}

interface Unfound {
  /** The last one without an end where it runs to that of the film. */
  readonly open: readonly UnfoundRun[];
  readonly durationMs: number;
  readonly runs: readonly UnfoundRun[];
}

const unfound = new WeakMap<Project['paragraphs'], Unfound>();

/** The words never found: looked for once for each version of the transcript, not anew where only the film got longer. */
function unfoundOf({ paragraphs }: Project, durationMs: number): readonly UnfoundRun[] {
  const known = unfound.get(paragraphs);
  if (known?.durationMs === durationMs) return known.runs;
  const open = known?.open ?? unfoundRuns(paragraphs, Infinity);
  const closed = ({ startMs, ...run }: UnfoundRun) => ({
    ...run,
    startMs,
    endMs: Math.max(startMs, durationMs),
  });
  const isOpen = open.some(({ endMs }) => endMs === Infinity);
  const runs = isOpen ? open.map((run) => (run.endMs === Infinity ? closed(run) : run)) : open;
  unfound.set(paragraphs, { open, durationMs, runs });
  return runs;
}
