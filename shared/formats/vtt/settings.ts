import { quoted, type IssueList } from '../document/issues';

/** One `name:value` of a cue's settings, and whether a browser understands it. */
export interface VttSetting {
  readonly name: string;
  readonly value: string;
  readonly valid: boolean;
}

const ALIGNMENTS = ['start', 'center', 'end', 'left', 'right'];
const LINE_ALIGNMENTS = ['start', 'center', 'end'];
const POSITION_ALIGNMENTS = ['line-left', 'center', 'line-right'];

/** The settings of a cue in the order they stand (WebVTT, section 6.3, “parse the WebVTT cue settings”). */
export function parseSettings(settings: string): VttSetting[] {
  if (settings === '') return [];
  return settings
    .split(/[ \t\f]/)
    .filter((token) => token !== '')
    .map((token) => {
      const colon = token.indexOf(':');
      const name = colon < 0 ? token : token.slice(0, colon);
      const value = colon < 0 ? '' : token.slice(colon + 1);
      return { name, value, valid: value !== '' && isValid(name, value) };
    });
}

/** Adds an issue for each setting that a browser ignores. */
export function noteSettings(issues: IssueList, line: number, settings: string): void {
  for (const setting of parseSettings(settings))
    if (!setting.valid) issues.add(line, 'bad-setting', { setting: quoted(written(setting)) });
}

/** A setting as it stood in the file. */
export function written({ name, value }: VttSetting): string {
  return value === '' ? name : `${name}:${value}`;
}

/** Whether what follows the times is text that slipped into their line: several words, none `name:value`. */
export function isProse(rest: string): boolean {
  const words = rest.split(/\s+/);
  return words.length > 1 && /\p{L}{2}/u.test(rest) && !words.some((word) => /^[A-Za-z]+:\S/.test(word));
}

/** Whether the settings move the cue to the upper half: `line` counts from 0 at the top, or in percent of the height. */
export function isAtTop(settings: readonly VttSetting[]): boolean {
  const line = settings.findLast((setting) => setting.name === 'line' && setting.valid);
  if (!line) return false;
  const [place = ''] = line.value.split(',');
  const value = Number(place.replace('%', ''));
  return place.endsWith('%') ? value < 50 : value >= 0 && !place.startsWith('-');
}

function isValid(name: string, value: string): boolean {
  const [main = '', alignment, ...more] = value.split(',');
  switch (name) {
    case 'vertical':
      return value === 'rl' || value === 'lr';
    case 'line':
      return more.length === 0 && (isPercent(main) || isInteger(main)) && fits(alignment, LINE_ALIGNMENTS);
    case 'position':
      return more.length === 0 && isPercent(main) && fits(alignment, POSITION_ALIGNMENTS);
    case 'size':
      return isPercent(value);
    case 'align':
      return ALIGNMENTS.includes(value);
    case 'region':
      return true;
    default:
      return false;
  }
}

function fits(alignment: string | undefined, known: readonly string[]): boolean {
  return alignment === undefined || known.includes(alignment);
}

function isInteger(text: string): boolean {
  return /^-?\d+$/.test(text);
}

function isPercent(text: string): boolean {
  return /^\d+(\.\d+)?%$/.test(text) && Number(text.slice(0, -1)) <= 100;
}
