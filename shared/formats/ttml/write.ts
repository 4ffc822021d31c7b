import type { SubtitleCue } from '../document/cues';
import { italicRuns } from '../document/italics';
import { prepareCues } from '../document/prepare';
import { vttTime } from '../document/write';
import type { WrittenSubtitles } from '../srt/write';
import { escapeXml } from '../xml/escape';

export interface TtmlOptions {
  /** BCP 47 tag; null for none. */
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
}

const NAMESPACES = [
  'xmlns="http://www.w3.org/ns/ttml"',
  'xmlns:ttm="http://www.w3.org/ns/ttml#metadata"',
  'xmlns:ttp="http://www.w3.org/ns/ttml#parameter"',
  'xmlns:tts="http://www.w3.org/ns/ttml#styling"',
].join(' ');
/** W3C "TTML Profiles for Internet Media Subtitles and Captions 1.1", 8.2: the text profile. */
const PROFILE = 'ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text"';

/**
 * Writes cues as TTML in the text profile of IMSC 1.1: media time, two regions (bottom and top, 80 % wide), italics as
 * spans, line ends as `<br/>`, speakers as agents. No title, no creator, no dates. LF line ends, no byte order mark.
 */
export function writeTtml(cues: readonly SubtitleCue[], options: TtmlOptions): WrittenSubtitles {
  const { cues: held, issues } = prepareCues(cues, 'ttml');
  const agents = new Map<string, string>();
  for (const { speaker } of held)
    if (speaker && !agents.has(speaker)) agents.set(speaker, `speaker${agents.size + 1}`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tt ${NAMESPACES} ${PROFILE} ttp:timeBase="media" xml:lang="${escapeXml(options.language ?? '')}">`,
    ...head(agents, options.direction),
    '  <body style="text">',
    '    <div>',
    ...held.map((cue, index) => `      ${paragraph(cue, index, agents)}`),
    '    </div>',
    '  </body>',
    '</tt>',
  ];
  return { text: `${lines.join('\n')}\n`, issues: issues.sorted() };
}

function head(agents: ReadonlyMap<string, string>, direction: 'ltr' | 'rtl'): string[] {
  const people = [...agents].map(
    ([name, id]) =>
      `      <ttm:agent xml:id="${id}" type="person"><ttm:name type="full">${escapeXml(name)}</ttm:name></ttm:agent>`,
  );
  const region = (id: string, align: string) =>
    `      <region xml:id="${id}" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="${align}"/>`;
  const reading = direction === 'rtl' ? ' tts:direction="rtl" tts:unicodeBidi="embed"' : '';
  return [
    '  <head>',
    ...(people.length > 0 ? ['    <metadata>', ...people, '    </metadata>'] : []),
    '    <styling>',
    `      <style xml:id="text" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:color="#ffffff" tts:textAlign="center"/>`,
    `      <style xml:id="line" tts:backgroundColor="#000000cc"${reading}/>`,
    '    </styling>',
    '    <layout>',
    region('bottom', 'after'),
    region('top', 'before'),
    '    </layout>',
    '  </head>',
  ];
}

function paragraph(cue: SubtitleCue, index: number, agents: ReadonlyMap<string, string>): string {
  const id = cue.speaker === null ? undefined : agents.get(cue.speaker);
  const agent = id === undefined ? '' : ` ttm:agent="${id}"`;
  const times = `begin="${vttTime(cue.startMs)}" end="${vttTime(cue.endMs)}"`;
  const open = `<p xml:id="cue${index + 1}" ${times} region="${cue.position}"${agent} xml:space="preserve">`;
  return `${open}<span style="line">${markUp(cue.text)}</span></p>`;
}

function markUp(text: string): string {
  return italicRuns(text)
    .runs.map(({ text: run, italic }) => {
      const written = run.split('\n').map(escapeXml).join('<br/>');
      return italic ? `<span tts:fontStyle="italic">${written}</span>` : written;
    })
    .join('');
}
