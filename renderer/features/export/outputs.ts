/** What the screen says of outputs and lets people choose about them. Pure. */
import type { ExportOutput } from '../../../shared/domain/export';
import type { Fitting } from '../../../shared/domain/video-output';
import type { TextOutput } from '../../../shared/domain/text-formats';
import { NAMED_OUTPUTS, type NamedOutput, type OutputChoices } from '../../../shared/export/outputs';
import { isMessageKey, type MessageKey } from '../../../shared/messages/index';

/** What all chosen files share, as the screen has it. */
export interface FileChoices extends Omit<OutputChoices, 'text' | 'fitting'> {
  readonly encoding: Encoding;
  readonly lineEnd: LineEndChoice;
}

/** `usual`: that of Windows where a Windows encoding is asked for. */
export const LINE_ENDS = ['usual', 'lf', 'crlf'] as const;
export type LineEndChoice = (typeof LINE_ENDS)[number];

/** Encodings offered: what old players and editors of the campaign's languages ask for. */
export const ENCODINGS = [
  'utf8',
  'utf8-bom',
  'windows-1251',
  'rk1048',
  'windows-1252',
  'windows-1256',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const GROUPS = [
  'subtitles',
  'platform',
  'video',
  'transcript',
] as const satisfies readonly NamedOutput['group'][];

/** Picture heights offered, besides the footage's own. */
const HEIGHTS = [2160, 1440, 1080, 720, 480] as const;

/** Heights smaller than the footage's own; making a picture larger adds nothing. */
export function smallerHeights(own: number): readonly number[] {
  return HEIGHTS.filter((height) => height < own);
}

/** What an output is called, where it is not a platform's own name. */
export function labelOf({ name, group }: NamedOutput): MessageKey {
  const key = group === 'video' ? `export.output.${name}` : `export.format.${name}`;
  return isMessageKey(key) ? key : 'export.output.burn-in';
}

function textOutput(encoding: Encoding, lineEnd: LineEndChoice): TextOutput {
  const bom = encoding === 'utf8-bom';
  const usual = encoding === 'utf8' ? 'lf' : 'crlf';
  return { encoding: bom ? 'utf8' : encoding, bom, lineEnd: lineEnd === 'usual' ? usual : lineEnd };
}

/** The chosen outputs with their settings, in the screen's order; names nobody knows are passed over. */
export function chosenOutputs(
  names: ReadonlySet<string>,
  { encoding, lineEnd, ...choices }: FileChoices,
  fitting: Fitting,
): ExportOutput[] {
  const all: OutputChoices = { ...choices, fitting, text: textOutput(encoding, lineEnd) };
  return NAMED_OUTPUTS.filter(({ name }) => names.has(name)).map(({ make }) => make(all));
}
