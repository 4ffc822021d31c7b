import type { SubtitleCue } from '../document/cues';
import { italicRuns } from '../document/italics';
import { prepareCues } from '../document/prepare';
import { vttTime } from '../document/write';
import type { WrittenSubtitles } from '../srt/write';
import { encodeEntities } from './entities';

export interface VttOptions {
  /** BCP 47 tag, written in a note at the top (`NOTE Language: kk`); null for none. */
  readonly language: string | null;
  /** Writes `<v Name>` where a cue has a speaker. Off unless asked for: a name can put its bearer in danger. */
  readonly speakers: boolean;
}

/**
 * Writes cues as WebVTT (W3C CR 2019, section 4): LF line ends, no byte order mark, numbers from 1 as names,
 * `line:0` for text at the top, `&`, `<` and `>` as names.
 */
export function writeVtt(cues: readonly SubtitleCue[], options: VttOptions): WrittenSubtitles {
  const prepared = prepareCues(cues, 'vtt');
  const note = options.language === null ? '' : `\nNOTE Language: ${options.language}\n`;
  const blocks = prepared.cues.map((cue, index) => `\n${renderCue(cue, index, options.speakers)}`);
  return { text: `WEBVTT\n${note}${blocks.join('')}`, issues: prepared.issues.sorted() };
}

function renderCue(cue: SubtitleCue, index: number, speakers: boolean): string {
  const settings = cue.position === 'top' ? ' line:0' : '';
  const voice = speakers && cue.speaker ? `<v ${encodeEntities(cue.speaker)}>` : '';
  const times = `${vttTime(cue.startMs)} --> ${vttTime(cue.endMs)}${settings}`;
  return `${index + 1}\n${times}\n${voice}${markUp(cue.text)}\n`;
}

function markUp(text: string): string {
  return italicRuns(text)
    .runs.map((run) => (run.italic ? `<i>${encodeEntities(run.text)}</i>` : encodeEntities(run.text)))
    .join('');
}
