import { stamp, timingOf, type Draft, type DraftCue, type PlannedCue } from './base';
import type { Random } from './random';

/** Where a fault is planted: cue `at` of the draft, never the first or last; `plan` is what the cue should be. */
export interface Place {
  readonly draft: Draft;
  readonly at: number;
  readonly cue: DraftCue;
  readonly before: DraftCue;
  readonly last: DraftCue;
  readonly plan: PlannedCue;
  readonly random: Random;
}

/** Plants one fault; may return a change of the finished text. */
export type Fault = (place: Place) => ((text: string) => string) | undefined | void;

const point = (draft: Draft) => (draft.format === 'srt' ? ',' : '.');
const retime = ({ draft, cue, plan }: Place, change: (start: string, end: string) => string) => {
  cue.timing = change(stamp(plan.startMs, point(draft)), stamp(plan.endMs, point(draft)));
};
const text = ({ cue }: Place, change: (line: string) => string) => {
  cue.lines = cue.lines.map((line, index) => (index === 0 ? change(line) : line));
};

/** Faults that both formats can have. */
const SHARED: Record<string, Fault> = {
  'missing blank line': ({ before }) => {
    before.gap = [];
  },
  'blank line inside the text': ({ cue }) => {
    cue.lines = [...cue.lines, '', 'second half'];
  },
  'blank line before the text': ({ cue }) => {
    cue.lines = ['', ...cue.lines];
  },
  'blank line after the number': ({ cue }) => {
    cue.before = [cue.head ?? '', ''];
    cue.head = null;
  },
  'blank line of spaces': ({ before, random }) => {
    before.gap = [random.pick(['  ', '\t', ' \t '])];
  },
  'several blank lines': ({ before }) => {
    before.gap = ['', '', ''];
  },
  'letters in the time': (place) => retime(place, (a, b) => `${a.replace(/\d:/, 'x:')} --> ${b}`),
  'time line without end': (place) => retime(place, (a) => `${a} -->`),
  'time line without start': (place) => retime(place, (_, b) => `--> ${b}`),
  'time line without arrow': (place) => retime(place, (a, b) => `${a} ${b}`),
  'time line removed': ({ cue }) => {
    cue.timing = cue.lines.shift() ?? '';
  },
  'frames for thousandths': (place) => retime(place, (a, b) => `${a.slice(0, 8)}:12 --> ${b}`),
  'arrow of one dash': (place) => retime(place, (a, b) => `${a} -> ${b}`),
  'arrow as one character': (place) => retime(place, (a, b) => `${a} → ${b}`),
  'arrow of an en dash': (place) => retime(place, (a, b) => `${a} –> ${b}`),
  'arrow of three dashes': (place) => retime(place, (a, b) => `${a} ---> ${b}`),
  'arrow escaped': (place) => retime(place, (a, b) => `${a} --&gt; ${b}`),
  'arrow without spaces': (place) => retime(place, (a, b) => `${a}-->${b}`),
  'tabs around the arrow': (place) => retime(place, (a, b) => `${a}\t-->\t${b}`),
  'spaces before the times': (place) => retime(place, (a, b) => `   ${a} --> ${b}  `),
  'spaces in the times': (place) =>
    retime(place, (a, b) => `${a.replaceAll(':', ': ')} --> ${b.replaceAll(':', ' :')}`),
  'other decimal mark': (place) => retime(place, (a, b) => `${swap(a)} --> ${swap(b)}`),
  'no thousandths': (place) => retime(place, (a, b) => `${a.slice(0, 8)} --> ${b.slice(0, 8)}`),
  'one digit of thousandths': (place) => retime(place, (a, b) => `${a.slice(0, -2)} --> ${b}`),
  'four digits of thousandths': (place) => retime(place, (a, b) => `${a} --> ${b}7`),
  'no hours': (place) => retime(place, (a, b) => `${a.slice(3)} --> ${b.slice(3)}`),
  'one digit of hours': (place) => retime(place, (a, b) => `${a.slice(1)} --> ${b.slice(1)}`),
  'one digit of seconds': (place) => retime(place, (a, b) => `${a.slice(0, 6)}${a.slice(7)} --> ${b}`),
  'Arabic digits': (place) =>
    retime(place, (a, b) => `${a} --> ${b}`.replaceAll(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)))),
  'direction mark before the times': (place) => retime(place, (a, b) => `\u200e${a} --> ${b}`),
  'negative start': (place) => retime(place, (_, b) => `-${stamp(1500, point(place.draft))} --> ${b}`),
  'end before start': ({ cue, plan, draft }) => {
    cue.timing = timingOf({ startMs: plan.endMs, endMs: plan.startMs }, point(draft));
  },
  'beyond a day': ({ last, draft }) => {
    last.timing = timingOf({ startMs: 90_000_000, endMs: 90_002_000 }, point(draft));
  },
  overlap: ({ before, plan, draft }) => {
    before.timing = timingOf({ startMs: plan.startMs - 60, endMs: plan.startMs + 500 }, point(draft));
  },
  'text beside the times': ({ cue }) => {
    cue.timing += ` ${cue.lines.shift() ?? ''}`;
  },
  'number beside the times': ({ cue }) => {
    cue.timing = `${cue.head ?? ''} ${cue.timing}`;
    cue.head = null;
  },
  'arrow in the text': (place) => text(place, (line) => `${line} --> there`),
  'text like a note': ({ cue, plan }) => {
    cue.lines.push('NOTE this is said aloud');
    plan.lines.push('NOTE this is said aloud');
  },
  'text that is a number': ({ cue, plan }) => {
    cue.lines.push('1984');
    plan.lines.push('1984');
  },
  'text that is the next number': ({ cue, plan, at }) => {
    cue.lines.push(String(at + 2));
    plan.lines.push(String(at + 2));
  },
  'last cue without text': ({ last }) => {
    last.lines = [];
  },
  'last cue cut off': ({ last }) => {
    last.lines = [];
    last.timing = last.timing.slice(0, 20);
  },
  'CR line ends': ({ draft }) => {
    draft.eol = '\r';
  },
  'one CR LF among LF': ({ draft, at }) => {
    draft.eol = '\n';
    return (whole) =>
      whole
        .split('\n')
        .map((line, index) => (index === at * 2 ? `${line}\r` : line))
        .join('\n');
  },
  'byte order mark': ({ draft }) => {
    draft.bom = true;
  },
  'byte order mark inside': ({ cue }) => {
    cue.head = `\ufeff${cue.head ?? ''}`;
  },
  'no line end at the end': () => (whole) => whole.replace(/[\r\n]+$/, ''),
  'stray text after the last cue': ({ last }) => {
    last.gap = ['', 'Subtitles by nobody'];
  },
  'stray number after the last cue': ({ last, draft }) => {
    last.gap = ['', String(draft.cues.length + 1)];
  },
  'tag left open': (place) => text(place, (line) => `<i>${line}`),
  'tag never opened': (place) => text(place, (line) => `${line}</i>`),
  'bold text': (place) => text(place, (line) => `<b>${line}</b>`),
};

const SRT_ONLY: Record<string, Fault> = {
  'missing number': ({ cue }) => {
    cue.head = null;
  },
  'missing number and blank line': ({ cue, before }) => {
    cue.head = null;
    before.gap = [];
  },
  'wrong number': ({ cue, at }) => {
    cue.head = String(at + 30);
  },
  'number with a letter': ({ cue }) => {
    cue.head = `${cue.head ?? ''}a`;
  },
  'doubled CR': ({ draft }) => {
    draft.eol = '\r\r\n';
  },
  'stray text before the first cue': ({ draft }) => {
    draft.header = ['Interview with F.', ''];
  },
  coordinates: ({ cue }) => {
    cue.timing += ' X1:100 X2:200 Y1:300 Y2:400';
  },
  'font colour': (place) => text(place, (line) => `<font color="#ffff00">${line}</font>`),
  'override tag': (place) => text(place, (line) => `{\\pos(10,10)}${line}`),
};

const VTT_ONLY: Record<string, Fault> = {
  'name of letters': ({ cue }) => {
    cue.head = 'intro';
  },
  'no names': ({ cue }) => {
    cue.head = null;
  },
  'note of two lines': ({ cue }) => {
    cue.before = ['NOTE first', 'second', ''];
  },
  'note right before the times': ({ cue }) => {
    cue.head = 'NOTE remember';
  },
  'style block': ({ draft }) => {
    draft.header.push('STYLE', '::cue { color: lime }', '');
  },
  'style after a cue': ({ cue }) => {
    cue.before = ['STYLE', '::cue { color: lime }', ''];
  },
  'region block': ({ draft }) => {
    draft.header.push('REGION', 'id:fred', 'width:40%', '');
  },
  'header text': ({ draft }) => {
    draft.header = ['WEBVTT - made by hand', 'Kind: captions', ''];
  },
  'shifted times': ({ draft }) => {
    draft.header = ['WEBVTT', 'X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000', ''];
  },
  'no signature': ({ draft }) => {
    draft.header = [];
  },
  'no blank line after the signature': ({ draft }) => {
    draft.header = ['WEBVTT'];
  },
  'settings nobody knows': ({ cue }) => {
    cue.timing += ' lime:90% align:middle-ish';
  },
  placement: ({ cue }) => {
    cue.timing += ' position:10% size:30% align:start';
  },
  'voice with a class': (place) => text(place, (line) => `<v.loud Ann>${line}`),
  'two voices': (place) => text(place, (line) => `<v Ann>${line}</v> <v Bob>yes</v>`),
  'class tag': (place) => text(place, (line) => `<c.yellow>${line}</c>`),
  'time tag': (place) => text(place, (line) => `${line} <00:00:02.000>and on`),
  'unknown tag': (place) => text(place, (line) => `${line} <sigh>`),
  'bare less-than': (place) => text(place, (line) => `1 < 2 ${line}`),
  'bare ampersand': (place) => text(place, (line) => `R&D ${line}`),
  'unknown entity': (place) => text(place, (line) => `${line} &smile;`),
  'NUL in the text': (place) => text(place, (line) => `${line} \0`),
};

export const FAULTS: Readonly<Record<'srt' | 'vtt', Readonly<Record<string, Fault>>>> = {
  srt: { ...SHARED, ...SRT_ONLY },
  vtt: { ...SHARED, ...VTT_ONLY },
};

function swap(time: string): string {
  return time.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}
