/** What the commands that make videos have in common: options, and the output they amount to. */
import { extname } from 'node:path';
import { Aspect, VideoCodec, VideoOutput, type Framing } from '../../../shared/domain/video-output';
import { formatMessage } from '../../../shared/messages/index';
import { CODECS, PLAIN_BURN_IN } from '../../../shared/video/complete';
import { outputOf, platformPresets, presetById, USUAL_FITTING } from '../../../shared/video/presets';
import type { CommandContext, OptionSpec } from '../common/command-line/command';
import { FORCE_OPTION, targetOption } from '../common/command-line/paths';
import { UsageError } from '../common/command-line/usage-error';
import { BRANDING_OPTIONS } from './branding-options';

/** Endings a video may have; the container follows from them. */
export const VIDEO_ENDINGS = Object.keys(CODECS).map((container) => `.${container}`);

export const VIDEO_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  output: { type: 'string', short: 'o', value: 'FILE', help: 'cli.option.videoOutput' },
  preset: { type: 'string', value: 'NAME', help: 'cli.option.preset' },
  codec: { type: 'string', value: 'NAME', help: 'cli.option.codec' },
  aspect: { type: 'string', value: 'W:H', help: 'cli.option.aspect' },
  fit: { type: 'string', value: 'HOW', help: 'cli.option.fit' },
  focus: { type: 'string', value: 'X,Y', help: 'cli.option.focus' },
  height: { type: 'string', value: 'LINES', help: 'cli.option.height' },
  'max-size': { type: 'string', value: 'MB', help: 'cli.option.maxSize' },
  loudness: { type: 'string', value: 'GOAL', help: 'cli.option.loudness' },
  hardware: { type: 'boolean', help: 'cli.option.hardware' },
  smart: { type: 'boolean', help: 'cli.option.smart' },
  ...BRANDING_OPTIONS,
  track: { type: 'string', value: 'TAG', help: 'cli.option.track' },
  ...FORCE_OPTION,
};

/** Where the video goes. Throws `UsageError`. */
export function videoTarget(context: CommandContext, usage: string): string {
  const path = targetOption(context, 'output', VIDEO_ENDINGS);
  if (path !== null) return path;
  throw new UsageError(formatMessage('cli.missingOption', { option: 'output', usage }));
}

/** The output that options and the target's ending ask for. Throws `UsageError` for values that are none. */
export function videoOutput(
  context: CommandContext,
  target: string,
  delivery: VideoOutput['delivery'],
): VideoOutput {
  const { text, flag } = context;
  const base = presetOutput(text('preset'));
  const container = extname(target).slice(1).toLowerCase();
  const maxMegabytes = numberOption(context, 'max-size');
  const framing = framingOption(context, base.framing);
  const codec = text('codec');
  const asked = {
    ...withoutCodecOfOther(base, container),
    delivery,
    container,
    ...(codec === undefined ? {} : { codec: oneOf('codec', VideoCodec.options, codec) }),
    ...(framing ? { framing } : {}),
    ...(text('height') === undefined ? {} : { height: numberOption(context, 'height') }),
    ...(maxMegabytes === null ? {} : { maxBytes: Math.floor(maxMegabytes * 1_000_000) }),
    ...(text('loudness') === undefined ? {} : { loudness: text('loudness') }),
    ...(flag('hardware') ? { hardware: true } : {}),
    ...(flag('smart') ? { smart: true } : {}),
  };
  const parsed = VideoOutput.safeParse(asked);
  if (parsed.success) return parsed.data;
  const option = String(parsed.error.issues[0]?.path[0] ?? 'codec');
  throw wrongValue(option === 'maxBytes' ? 'max-size' : option, text(option) ?? '');
}

/** Another container than the preset's gets its own usual codec. */
function withoutCodecOfOther(base: VideoOutput, container: string): VideoOutput {
  if (base.container === container) return base;
  const { codec: _, ...rest } = base;
  return rest;
}

function presetOutput(id: string | undefined): VideoOutput {
  if (id === undefined) return PLAIN_BURN_IN;
  const preset = presetById(id);
  if (preset) return outputOf(preset);
  throw new UsageError(
    formatMessage('cli.noPreset', { name: id, known: platformPresets.map((one) => one.id).join(', ') }),
  );
}

function framingOption({ text }: CommandContext, base: Framing | undefined): Framing | undefined {
  const [aspect, fit] = [text('aspect'), text('fit')];
  if (aspect === undefined && !base) return undefined;
  return {
    aspect: aspect === undefined ? (base?.aspect ?? '16:9') : oneOf('aspect', Aspect.options, aspect),
    fit: fit === undefined ? (base?.fit ?? 'crop') : oneOf('fit', ['crop', 'pad', 'blur'] as const, fit),
    ...focusOf(text('focus'), base ?? USUAL_FITTING),
  };
}

type Focus = Pick<Framing, 'focusX' | 'focusY'>;

/** What `--focus X,Y` says, shares of the footage; what it leaves open is the middle. Throws `UsageError`. */
export function focusOf(value: string | undefined, { focusX, focusY }: Focus): Focus {
  if (value === undefined) return { focusX, focusY };
  const [x = '', y = '0.5'] = value.split(',');
  const share = (part: string, fallback: number) => {
    const number = part === '' ? fallback : Number(part);
    if (!(number >= 0 && number <= 1)) throw wrongValue('focus', value);
    return number;
  };
  return { focusX: share(x, focusX), focusY: share(y, focusY) };
}

/** The value, if it is a known one. Throws `UsageError` that names all. */
export function oneOf<T extends string>(option: string, known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(formatMessage('cli.wrongValue', { option, value, known: known.join(', ') }));
}

function numberOption({ text }: CommandContext, option: string): number | null {
  const value = text(option);
  if (value === undefined) return null;
  const number = Number(value);
  if (!(number > 0)) throw wrongValue(option, value);
  return number;
}

function wrongValue(option: string, value: string): UsageError {
  if (option === 'height') return new UsageError(formatMessage('cli.wrongHeight', { value }));
  const known =
    option === 'loudness' ? 'keep, ebu-r128, streaming' : option === 'focus' ? '0,0 … 1,1' : '0.1 …';
  return new UsageError(formatMessage('cli.wrongValue', { option, value, known }));
}
