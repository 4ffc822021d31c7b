/** One case of WebVTT parsing: a whole file and how many cues the specification's parser makes of it. */
export interface ConformanceCase {
  readonly name: string;
  readonly text: string;
  readonly cues: number;
}

const T = '00:00:00.000 --> 00:00:01.000';
const file = (...lines: string[]) => lines.join('\n');
const each = (timings: readonly string[]) =>
  file('WEBVTT', ...timings.flatMap((timing) => ['', timing, 'text']));

/**
 * Written for this project after the WebVTT specification (W3C CR 2019, section 6), one for each topic of the
 * web-platform-tests' `webvtt/parsing/file-parsing/tests`; no text is taken from there.
 */
export const CONFORMANCE: readonly ConformanceCase[] = [
  {
    name: 'arrows that are no time lines',
    text: file(
      'WEBVTT',
      '',
      '-->',
      T,
      'one',
      'x-->',
      T,
      'two',
      '-->x',
      T,
      'three',
      '--->',
      T,
      'four',
      '',
      '0 - -->',
    ),
    cues: 4,
  },
  { name: 'garbage in the header', text: file('WEBVTT', 'garbage', 'more: garbage', '', T, 'text'), cues: 1 },
  {
    name: 'old regions in the header',
    text: file('WEBVTT', 'Region: id=a width=40%', '', T, 'text'),
    cues: 1,
  },
  { name: 'header after a space', text: file('WEBVTT header', '', T, 'text'), cues: 1 },
  { name: 'header after a tab', text: file('WEBVTT\theader', '', T, 'text'), cues: 1 },
  { name: 'times right after the signature', text: file('WEBVTT', T, 'text'), cues: 1 },
  { name: 'times after header lines', text: file('WEBVTT', 'Kind: x', T, 'text', '', T, 'text'), cues: 2 },
  {
    name: 'ids of all sorts',
    text: file(
      'WEBVTT',
      '',
      ' id',
      T,
      'a',
      '',
      'id ',
      T,
      'b',
      '',
      '-- >',
      T,
      'c',
      '',
      '->',
      T,
      'd',
      '',
      ' ',
      T,
      'e',
    ),
    cues: 5,
  },
  {
    name: 'line ends of all sorts',
    text: `WEBVTT\r\n\r\n1\r\n${T}\r\ntext\r\n\r\r2\r${T}\rtext\r\n\n3\n${T}\ntext\n\n\r\n4\r\n${T}\rtext`,
    cues: 4,
  },
  {
    name: 'NUL in header, id, settings and text',
    text: file('WEBVTT \0', '', '\0', `${T} align:start\0`, 'te\0xt', '', '\0\0', T, '\0', '', T, 'text'),
    cues: 3,
  },
  { name: 'NUL in the times', text: each([`00:00:00\0.000 --> 00:00:01.000`, `${T}\0`]), cues: 1 },
  {
    name: 'region with an id',
    text: file('WEBVTT', '', 'REGION', 'id:a', '', `${T} region:a`, 'x'),
    cues: 1,
  },
  { name: 'region with lines', text: file('WEBVTT', '', 'REGION', 'id:a', 'lines:2', '', T, 'x'), cues: 1 },
  {
    name: 'region with an anchor',
    text: file('WEBVTT', '', 'REGION', 'regionanchor:0%,1%', '', T, 'x'),
    cues: 1,
  },
  {
    name: 'region that scrolls',
    text: file('WEBVTT', '', 'REGION', 'scroll:up', '', T, 'x', '', T, 'y'),
    cues: 2,
  },
  {
    name: 'region with a viewport anchor',
    text: file('WEBVTT', '', 'REGION', 'viewportanchor:9%,9%', '', T),
    cues: 1,
  },
  {
    name: 'align',
    text: each(['start', 'center', 'end', 'middle', '', 'START'].map((v) => `${T} align:${v}`)),
    cues: 6,
  },
  {
    name: 'line',
    text: each(['0', '-1', '50%', '101%', '1.5', 'x', '1,end'].map((v) => `${T} line:${v}`)),
    cues: 7,
  },
  {
    name: 'position',
    text: each(['0%', '100.1%', '5', '1%,center'].map((v) => `${T} position:${v}`)),
    cues: 4,
  },
  { name: 'region setting', text: each(['a', '', '-->'].map((v) => `${T} region:${v}`)), cues: 3 },
  {
    name: 'size',
    text: each(['0%', '100%', '101%', '-1%', '.1%', '1.%'].map((v) => `${T} size:${v}`)),
    cues: 6,
  },
  { name: 'vertical', text: each(['rl', 'lr', 'RL', ''].map((v) => `${T} vertical:${v}`)), cues: 4 },
  { name: 'several settings', text: each([`${T} align:start line:0\tsize:9%`, `${T}align:end`]), cues: 2 },
  { name: 'signature after a byte order mark', text: file('\ufeffWEBVTT', '', T, 'text'), cues: 1 },
  { name: 'signature alone', text: 'WEBVTT', cues: 0 },
  { name: 'signature, space, no line end', text: 'WEBVTT ', cues: 0 },
  { name: 'signature and space', text: file('WEBVTT ', '', T, 'text'), cues: 1 },
  { name: 'signature, tab, no line end', text: 'WEBVTT\t', cues: 0 },
  { name: 'signature and tab', text: file('WEBVTT\t', '', T, 'text'), cues: 1 },
  { name: 'times in the line of the signature', text: file(`WEBVTT ${T}`, 'text', '', T, 'text'), cues: 1 },
  {
    name: 'style sheets with line ends of all sorts',
    text: `WEBVTT\n\nSTYLE\r::cue{}\r\r\nSTYLE\n::cue(b){}\n\n${T}\ntext`,
    cues: 1,
  },
  {
    name: 'no style sheet',
    text: file('WEBVTT', '', ' STYLE', 'x', '', T, 'text', '', 'STYLE', 'late'),
    cues: 1,
  },
  { name: 'style sheet', text: file('WEBVTT', '', 'STYLE', '::cue { color: lime }', '', T, 'text'), cues: 1 },
  {
    name: 'times of 60',
    text: each([
      '00:00:60.000 --> 00:01:00.000',
      '00:60:00.000 --> 01:00:00.000',
      '00:59.000 --> 01:00.000',
      '60:00.000 --> 61:00.000',
    ]),
    cues: 1,
  },
  { name: 'times at the end of the file', text: file('WEBVTT', '', T, 'text', '', T), cues: 2 },
  { name: 'times cut off', text: file('WEBVTT', '', T, 'text', '', '00:00:00.000 -->'), cues: 1 },
  {
    name: 'garbage in the times',
    text: each([
      'x00:00:00.000 --> 00:00:01.000',
      '00:00:00.000x --> 00:00:01.000',
      '00:00:00.000 x--> 00:00:01.000',
      '00:00:00.000 -->x 00:00:01.000',
      '00:00:00.000 --> x00:00:01.000',
      '00:00x00.000 --> 00:00:01.000',
      '00:00:00x000 --> 00:00:01.000',
      '٠٠:٠٠:٠٠.٠٠٠ --> 00:00:01.000',
    ]),
    cues: 0,
  },
  {
    name: 'ends before starts',
    text: each([
      '00:00:00.000 --> 00:00:00.000',
      '00:00:01.000 --> 00:00:00.999',
      '01:00:00.000 --> 00:59:59.999',
    ]),
    cues: 3,
  },
  {
    name: 'negative times',
    text: each(['-00:00:01.000 --> 00:00:02.000', '00:01.000 --> -00:02.000']),
    cues: 0,
  },
  { name: 'no hours', text: each(['00:00.000 --> 00:01.000', '00:00.000 --> 00:00:01.000']), cues: 2 },
  {
    name: 'times too long',
    text: each([
      '000:00:00.000 --> 0000:00:01.000',
      '00:000:00.000 --> 00:00:01.000',
      '00:00:000.000 --> 00:00:01.000',
      '00:00:00.0000 --> 00:00:01.000',
      '00:00:00..000 --> 00:00:01.000',
      '000:00.000 --> 00:01.000',
    ]),
    cues: 1,
  },
  {
    name: 'times too short',
    text: each([
      '0:00:00.000 --> 0:00:01.000',
      '00:0:00.000 --> 00:00:01.000',
      '00:00:0.000 --> 00:00:01.000',
      '00:00:00.00 --> 00:00:01.000',
      '00:00:00 --> 00:00:01.000',
      '0:00.000 --> 00:01.000',
      '. --> 00:01.000',
      ' --> 00:01.000',
    ]),
    cues: 1,
  },
  {
    name: 'white space around the times',
    text: each([
      '  00:00:00.000   -->   00:00:01.000  ',
      '\t00:00.000\t-->\t00:01.000\t',
      '00:00.000\f-->\f00:01.000',
      '00:00.000\v-->00:01.000',
    ]),
    cues: 3,
  },
];
