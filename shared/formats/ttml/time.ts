/** How a TTML file counts: what its `ttp:` parameters say (TTML2, 7.2). */
export interface TtmlClock {
  /** Frames a second, multiplier included. */
  readonly frameRate: number;
  readonly subFrameRate: number;
  readonly tickRate: number;
}

const CLOCK = /^(\d{2,4}):(\d{2}):(\d{2})(?:\.(\d+)|:(\d{2,})(?:\.(\d+))?)?$/;
const OFFSET = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)$/;

/** The clock of a root element's attributes. Frame rate 30 and tick rate 1 where nothing is said, as the standard has it. */
export function clockOf(attributes: ReadonlyMap<string, string>): TtmlClock {
  const number = (name: string) => {
    const value = Number(attributes.get(name));
    return Number.isFinite(value) && value > 0 ? value : null;
  };
  const [up, down] = (attributes.get('frameRateMultiplier') ?? '1 1').split(/[\s:]+/).map(Number);
  const multiplier = up && down ? up / down : 1;
  const frames = (number('frameRate') ?? 30) * multiplier;
  const subFrameRate = number('subFrameRate') ?? 1;
  const ticks = number('frameRate') === null ? 1 : frames * subFrameRate;
  return { frameRate: frames, subFrameRate, tickRate: number('tickRate') ?? ticks };
}

/** A time expression (TTML2, 12.3.1) in ms, not rounded; null where it is none. */
export function readTtmlTime(text: string, clock: TtmlClock): number | null {
  const written = text.trim();
  const time = CLOCK.exec(written);
  if (time) {
    const [, hours, minutes, seconds, fraction, frames, subFrames] = time;
    const whole = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
    if (fraction !== undefined) return whole + Number(`0.${fraction}`) * 1000;
    const parts = Number(frames ?? 0) + Number(subFrames ?? 0) / clock.subFrameRate;
    return whole + (parts * 1000) / clock.frameRate;
  }
  const offset = OFFSET.exec(written);
  if (!offset) return null;
  return Number(offset[1]) * msOf(offset[2] ?? 's', clock);
}

function msOf(metric: string, { frameRate, tickRate }: TtmlClock): number {
  switch (metric) {
    case 'h':
      return 3_600_000;
    case 'm':
      return 60_000;
    case 'ms':
      return 1;
    case 'f':
      return 1000 / frameRate;
    case 't':
      return 1000 / tickRate;
    default:
      return 1000;
  }
}
