/** What subtitles for deaf people hold beside speech, and texts without it. Pure text in, text out; `<i>` stays paired. */
import { balanceItalics } from '../cues/italics';
import { unpairedItalic } from './mark-up';

/** What is taken out. */
export interface HearingImpairedOptions {
  /** `[door slams]`, `{sighs}`. */
  readonly brackets: boolean;
  /** `(laughs)`: also how asides are written, so it is a choice of its own. */
  readonly parentheses: boolean;
  /** `ZHANAR:` in capitals at the start of a line. */
  readonly labels: boolean;
  /** Lines of `♪ song ♪` and `#`. */
  readonly music: boolean;
}

const BRACKETS = /[[{［【][^\][{}］】]{0,500}[\]}］】][:：]?/gu;
const PARENTHESES = /[(（][^()（）]{0,500}[)）][:：]?/gu;
const LABEL = /^((?:<i>)?\s*[-–—‐]?\s*)(\p{Lu}[\p{Lu}\p{M}\p{N}'’.() -]{1,40}):[ \t]+/gmu;
const MUSIC_LINE = /^[^\n]*[♪♫][^\n]*$/gmu;
const ONLY_MARKS = /^(?:<\/?i>|[\s\-–—‐…♪♫#])*$/u;
const DASHED = /^((?:<i>)?)\s*[-–—‐]\s*(?=\S)/u;

/**
 * A cue's text with only what is said: sounds, labels and music as chosen go, lines left without words too; where of two
 * dashed lines one is left, its dash goes. The same text, by value, where there is nothing to take. Linear.
 */
export function withoutHearingImpaired(text: string, options: HearingImpairedOptions): string {
  if (removed(text, options) === text) return text;
  // With italics paired in each line, a line can go without leaving half a pair behind.
  const isPaired = unpairedItalic(text) === null;
  const lines = isPaired ? balanceItalics(text.split('\n')).join('\n') : text;
  const said = tidied(text, removed(lines, options), isPaired);
  return isPaired ? said.replaceAll('</i>\n<i>', '\n') : said;
}

function removed(text: string, options: HearingImpairedOptions): string {
  let said = text;
  if (options.music) said = said.replace(MUSIC_LINE, '');
  if (options.brackets) said = said.replace(BRACKETS, '');
  if (options.parentheses) said = said.replace(PARENTHESES, '');
  if (options.labels) said = said.replace(LABEL, '$1');
  return said;
}

function tidied(before: string, said: string, paired: boolean): string {
  const lines = said
    .replace(/<i>(\s*)<\/i>/gu, '$1')
    .split('\n')
    .map((line) =>
      line
        .replace(/[ \t]{2,}/gu, ' ')
        .replace(
          /^(<i>)?([-–—‐])?\s+/u,
          (_, tag: string | undefined, dash: string | undefined) =>
            `${tag ?? ''}${dash === undefined ? '' : `${dash} `}`,
        )
        .replace(/\s+([,.!?;:…])/gu, '$1')
        .trim(),
    )
    .filter((line) => !ONLY_MARKS.test(line) || /<\/?i>/u.test(line));
  const joined = lines
    .join('\n')
    .replace(/<i>\s*<\/i>/gu, '')
    .replace(/<i>\n/gu, '\n<i>')
    .replace(/\n<\/i>/gu, '</i>\n')
    .split('\n')
    .filter((line) => line.trim() !== '' && !(paired && ONLY_MARKS.test(line)))
    .join('\n');
  const dashes = (lineText: string) => lineText.split('\n').filter((line) => DASHED.test(line)).length;
  return dashes(before) > 1 && dashes(joined) === 1 && !joined.includes('\n')
    ? joined.replace(DASHED, '$1')
    : joined;
}
