/**
 * Filters that cover places in the picture. They stand before everything else that changes it. Only numbers enter a filter;
 * what moves is told by a file of commands in the private folder, since a person's film may take thousands of them.
 */
import type { CoverRedaction, RedactionFill } from '../domain/redaction';
import { coarseGrid } from '../redaction/coarse';
import { coverRuns, type CoverRun } from '../redaction/cover';
import type { PictureSize } from '../video/picture-size';
import type { DeepFormat } from './pixel-format';

/** Name inside the private folder, where it is not said. */
export const COVER_COMMANDS = 'covers.cmd';

/** The mean of a mean of a mean is close to a bell curve. */
const BLUR_PASSES = 3;

export interface CoverPlan {
  /** A part of a graph with one end on either side, or of a chain; null where nothing is covered. */
  readonly filters: string | null;
  /** What the filters read, by name in the private folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface CoverSettings {
  /** The later over the earlier. */
  readonly covers: readonly CoverRedaction[];
  /** When each picture of the footage appears, in ms of the model's timeline. */
  readonly timesMs: ArrayLike<number>;
  /** Where 0 of the filters' time lies on the model's timeline, in ms. */
  readonly startMs: number;
  /** Of the upright picture that the filters get. */
  readonly size: PictureSize;
  /** Name of the file of commands: where several runs share a folder each has its own. */
  readonly commandsFile?: string;
  /** What the picture is kept in where it has more than 8 bits; null for 8. */
  readonly deepFormat?: DeepFormat | null;
}

interface Stretch {
  readonly fromS: number;
  readonly toS: number;
  readonly box: CoverRun['box'];
}

/**
 * ffmpeg 5.1 blends the lowest row of colour of 10 bits with what lies two rows below: places reach down by as much. Its
 * `drawbox` knows 8 bits only, so that deep pictures get their solid covers as they get soft ones, from a mask.
 */
const DEEP_ROWS = 2;

/** What covers the places. Solid ones are drawn last, so that nothing shows through a blur beside them. */
export function planCovers(settings: CoverSettings): CoverPlan {
  const { covers, timesMs, startMs, size, commandsFile = COVER_COMMANDS, deepFormat = null } = settings;
  const lower = deepFormat === null ? 0 : DEEP_ROWS;
  const drawn = covers.flatMap((cover, n) => {
    const stretches = coverRuns(cover, timesMs, size).map((run) => stretchOf(run, timesMs, startMs, lower));
    return stretches.length > 0 ? [{ name: `drawbox@c${n}`, fill: cover.fill, stretches }] : [];
  });
  if (drawn.length === 0) return { filters: null, files: {} };
  const commands = drawn
    .flatMap(({ name, stretches }) => stretches.slice(1).map((stretch) => ({ name, ...stretch })))
    .sort((a, b) => a.fromS - b.fromS);
  const moving = new Set(commands.map(({ name }) => name));
  const boxes = (fill: RedactionFill, colour: string) =>
    drawn
      .filter((one) => one.fill === fill)
      .map(({ name, stretches }) => boxFilter(name, stretches, colour))
      .join(',');
  const parts = [
    ...(moving.size > 0 ? [`sendcmd=f=${commandsFile}`] : []),
    ...masked('blur', boxes('blur', 'white'), size, deepFormat),
    ...masked('mosaic', boxes('mosaic', 'white'), size, deepFormat),
    ...(deepFormat !== null
      ? masked('solid', boxes('solid', 'white'), size, deepFormat)
      : boxes('solid', 'black')
        ? [boxes('solid', 'black')]
        : []),
  ];
  return {
    filters: parts.join(','),
    files: moving.size > 0 ? { [commandsFile]: commands.map(commandLine).join('') } : {},
  };
}

/** From half-way between pictures to half-way between pictures: whatever ffmpeg rounds, each falls on its own side. */
function stretchOf(
  { first, after, box }: CoverRun,
  timesMs: ArrayLike<number>,
  startMs: number,
  lower: number,
): Stretch {
  return {
    fromS: edgeS(timesMs, first) - startMs / 1000,
    toS: edgeS(timesMs, after) - startMs / 1000,
    box: { ...box, height: box.height + lower },
  };
}

const FAR_S = 10_000_000;

function edgeS(timesMs: ArrayLike<number>, frame: number): number {
  const before = timesMs[frame - 1];
  const at = timesMs[frame];
  if (before === undefined) return -FAR_S;
  return at === undefined ? FAR_S : (before + at) / 2000;
}

function boxFilter(name: string, stretches: readonly Stretch[], colour: string): string {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last) return '';
  const { x, y, width, height } = first.box;
  const place = `x=${x}:y=${y}:w=${width}:h=${height}`;
  return `${name}=${place}:color=${colour}:t=fill:enable='between(t,${seconds(first.fromS)},${seconds(last.toS)})'`;
}

function commandLine({ name, fromS, toS, box }: Stretch & { readonly name: string }): string {
  const sides = { x: box.x, y: box.y, w: box.width, h: box.height };
  const set = Object.entries(sides).map(([side, pixels]) => `[enter] ${name} ${side} ${pixels}`);
  return `${seconds(Math.max(0, fromS))}-${seconds(Math.max(0, toS))} ${set.join(', ')};\n`;
}

function seconds(value: number): string {
  return value.toFixed(6);
}

/** The whole picture made coarse or black, in 8 bits, shown only where the boxes are white on a mask; all else stays as it is. */
function masked(
  fill: RedactionFill,
  boxes: string,
  { width, height }: PictureSize,
  deepFormat: DeepFormat | null,
): string[] {
  if (boxes === '') return [];
  const grid = coarseGrid({ width, height });
  const { step } = grid;
  const hidden: Readonly<Record<RedactionFill, string>> = {
    solid: 'drawbox=color=black:t=fill',
    blur: `boxblur=luma_radius=${step}:luma_power=${BLUR_PASSES}:chroma_radius=${Math.max(1, Math.floor(step / 2))}:chroma_power=${BLUR_PASSES}`,
    mosaic: `scale=${grid.width}:${grid.height}:flags=area,scale=${width}:${height}:flags=neighbor`,
  };
  const mask = `format=yuv420p,drawbox=color=black:t=fill,${boxes},extractplanes=y,lut=y='if(gt(val,128),255,0)'`;
  const few = deepFormat === null ? 'yuv420p' : deepFormat.replace('10le', '');
  const [kept, blend] =
    deepFormat === null ? [few, ''] : [deepFormat, `=format=${deepFormat.replace('le', '')}`];
  return [
    `format=${kept},split=3[${fill}0][${fill}1][${fill}2];[${fill}1]format=${few},${hidden[fill]}[${fill}3];` +
      `[${fill}2]${mask}[${fill}4];[${fill}3][${fill}4]alphamerge[${fill}5];[${fill}0][${fill}5]overlay${blend}`,
  ];
}
