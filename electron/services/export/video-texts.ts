/** The subtitles of a video as the text files ffmpeg is given, and what had to be said of them. */
import type { ExportCheck } from '../../../shared/domain/export';
import type { Cue } from '../../../shared/domain/track';
import { softFormatOf, type AttachedFont, type SoftTrack } from '../../../shared/ffmpeg/soft-tracks';
import { BURN_IN_FONTS, BURN_IN_SUBTITLES } from '../../../shared/ffmpeg/video-plan';
import { facesFor, usedFonts } from '../../../shared/formats/ass/used-fonts';
import { writeAss } from '../../../shared/formats/ass/write';
import { writeTrack } from '../../../shared/formats/subtitle-formats';
import { familiesOf } from '../../../shared/style/campaign-families';
import { fontFaces } from '../../../shared/style/fonts';
import { withSpeakerLabels } from '../../../shared/style/speakers';
import { threeLetterLanguage } from '../../../shared/text/iso-639';
import { cuesInSpan, timesInSpan, type ClipSpan } from '../../../shared/video/clip';
import { softTitle, type CompleteVideo } from '../../../shared/video/complete';
import { fittedToShape } from '../../../shared/video/fit-subtitles';
import { pictureSize } from '../../../shared/video/picture-size';
import { note } from '../../../shared/video/foreseen';
import type { VideoJob } from './video-run';
import { overlayTimes } from './overlay';
import type { ExportedTrack } from './track';

export interface VideoTexts {
  /** By name inside the work folder. */
  readonly texts: Readonly<Record<string, string>>;
  readonly fitted: {
    /** What is drawn, with the times of the new video; empty where nothing is. */
    readonly drawn: readonly Cue[];
    readonly softTracks: readonly SoftTrack[];
    /** Fonts that the soft tracks are drawn with, where they say how they look. */
    readonly attached: readonly AttachedFont[];
  };
  readonly notes: readonly ExportCheck[];
}

/** What the texts of a video follow from. */
type TextJob = Pick<VideoJob, 'tracks' | 'span' | 'frameTimes' | 'video' | 'ownFonts'>;

const NOTHING_FITTED: VideoTexts['fitted'] = { drawn: [], softTracks: [], attached: [] };

/** Writes what the output's delivery needs. `durationMs`: of the new video. */
export function videoTexts(job: TextJob, output: CompleteVideo, durationMs: number): VideoTexts {
  const span: ClipSpan = job.span ?? { startMs: 0, endMs: durationMs };
  const tracks = job.tracks.map((track) => ({ ...track, cues: cuesInSpan(track.cues, span) }));
  const notes = job.span ? [] : lateNotes(job.tracks, durationMs);
  if (output.delivery === 'mux') return { ...softTexts(job, tracks, output), notes };
  const [track] = tracks;
  if (!track) return { texts: {}, fitted: NOTHING_FITTED, notes };
  const drawn = drawnTexts(job, output, track, durationMs);
  return { ...drawn, notes: [...notes, ...drawn.notes] };
}

/** Subtitles that begin when the film is over are in no picture: said, for the footage may be the wrong one. */
function lateNotes(tracks: readonly ExportedTrack[], durationMs: number): ExportCheck[] {
  const late = tracks.flatMap(({ cues }) => cues.filter(({ startMs }) => startMs >= durationMs));
  return late.length > 0 ? [note('after-end', 'video.note.afterEnd', { count: late.length })] : [];
}

function drawnTexts(
  job: TextJob,
  output: CompleteVideo,
  track: ExportedTrack,
  durationMs: number,
): VideoTexts {
  const { span, frameTimes, video, ownFonts } = job;
  const own = output.delivery === 'overlay' ? overlayTimes(job, durationMs) : frameTimes;
  const times = own && span && output.delivery !== 'overlay' ? timesInSpan(own, span) : own;
  const size = pictureSize(video, output);
  const labelled = { ...track, cues: withSpeakerLabels(track.cues, track.style, track.speakers) };
  const fitted = fittedToShape(labelled, output, video);
  const fonts = familiesOf(ownFonts);
  const ass = writeAss({ ...fitted, fonts, video: size, title: null, frameTimes: times });
  const rewrapped = fitted.cues.filter((cue, n) => cue.text !== labelled.cues[n]?.text).length;
  return {
    texts: { [BURN_IN_SUBTITLES]: ass },
    fitted: { ...NOTHING_FITTED, drawn: fitted.cues },
    notes: rewrapped > 0 ? [note('rewrapped', 'video.note.rewrapped', { count: rewrapped })] : [],
  };
}

function softTexts(
  job: TextJob,
  tracks: readonly ExportedTrack[],
  output: CompleteVideo,
): Omit<VideoTexts, 'notes'> {
  const format = softFormatOf(output.container, output.styled ?? false);
  const size = pictureSize(job.video, output);
  const fonts = familiesOf(job.ownFonts);
  const frameTimes = job.frameTimes && job.span ? timesInSpan(job.frameTimes, job.span) : job.frameTimes;
  const texts: Record<string, string> = {};
  const softTracks = tracks.map((exported, n): SoftTrack => {
    const { track, cues } = exported;
    const { language, direction } = track;
    const file = `track-${n}.${format}`;
    const spoken = cues.map(({ startMs, endMs, text, position }) => ({
      ...{ startMs, endMs, text, position, speaker: null },
    }));
    texts[file] =
      format === 'ass'
        ? writeAss({ ...exported, fonts, video: size, title: null, frameTimes, purpose: 'file' })
        : String(writeTrack(format, { cues: spoken, language, direction }));
    return {
      file,
      format,
      language: threeLetterLanguage(language),
      title: softTitle(language),
      isDefault: n === 0,
      // MP4 loses the flag.
      isForced: output.container !== 'mp4' && (output.forced ?? []).includes(language),
    };
  });
  const scripts = format === 'ass' ? Object.values(texts) : [];
  return { texts, fitted: { drawn: [], softTracks, attached: fontsOf(scripts, job.ownFonts) } };
}

/** The font files that scripts are drawn with, each once. */
function fontsOf(scripts: readonly string[], ownFonts: VideoJob['ownFonts']): AttachedFont[] {
  const all = [...fontFaces, ...ownFonts];
  const files = scripts.flatMap((script) => facesFor(usedFonts(script), all).map(({ file }) => file));
  return [...new Set(files)].map((name) => ({ folder: BURN_IN_FONTS, name }));
}
