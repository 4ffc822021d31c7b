/**
 * Filters that take the original sound out of stretches. They stand before everything else that changes the sound. When is told
 * by a file of commands in the private folder: a speaker may have a thousand turns.
 */
import { isUnredacted, merged, type SoundPlan, type SoundSpan } from '../redaction/sound';

/** Name inside the private folder. */
export const SOUND_COMMANDS = 'sound.cmd';

/** Sound is switched in blocks of this length (s), and outward: at most so much more is redacted on either side. */
const BLOCK_S = 0.005;
/** Matroska rounds times of sound to whole ms: by so much (s) a block may lie elsewhere than it says. */
const ROUNDED_S = 0.0015;
/** Pitch and loudness of a beep: the usual tone, clearly below speech in level (-20 dBFS). */
export const BEEP = { hz: 1000, level: 0.1 } as const;
/** A disguised voice is this much deeper: about four semitones, still understood. */
const DEEPER = 0.8;

export interface SoundRedactionPlan {
  /** For a chain; none where nothing is redacted. */
  readonly filters: readonly string[];
  /** What the filters read, by name in the private folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface SoundRedactionSettings {
  readonly plan: SoundPlan;
  /** Where 0 of the filters' time lies on the model's timeline, in ms. */
  readonly startMs: number;
  readonly rateHz: number;
}

const NONE: SoundRedactionPlan = { filters: [], files: {} };
/** Behind the end of every film, in s. */
const FAR_S = 10_000_000;

/** What redacts the sound. */
export function planSoundRedaction({ plan, startMs, rateHz }: SoundRedactionSettings): SoundRedactionPlan {
  if (isUnredacted(plan)) return NONE;
  const { mute, beep, disguise } = plan;
  const at = (spans: readonly SoundSpan[]) => spans.flatMap((span) => intervalOf(span, startMs));
  const [silent, toned, deep] = [at(merged([...mute, ...beep, ...disguise])), at(beep), at(disguise)];
  const tone = `aeval@beep=exprs='${BEEP.level}*sin(2*PI*${BEEP.hz}*n/s)':c=same:enable=${stateAtStart(toned)}`;
  const plain = `volume@hush=volume=0:enable=${stateAtStart(silent)}${beep.length > 0 ? `,${tone}` : ''}`;
  const lines = [
    ...commands('volume@hush', silent, { inside: 1 }),
    ...(beep.length > 0 ? commands('aeval@beep', toned, { inside: 1 }) : []),
    ...(disguise.length > 0 ? commands('volume@voice', deep, { inside: 0 }) : []),
  ].sort((a, b) => a.fromS - b.fromS);
  return {
    filters: [
      `asetnsamples=n=${Math.max(1, Math.round(rateHz * BLOCK_S))}:p=0`,
      `asendcmd=f=${SOUND_COMMANDS}`,
      disguise.length > 0 ? withVoice(plain, 1 - stateAtStart(deep), rateHz) : plain,
    ],
    files: { [SOUND_COMMANDS]: lines.map(({ text }) => text).join('') },
  };
}

/**
 * The voice made deeper beside the plain sound, which is silent then. Only what is to be disguised comes to the filters that
 * change the pitch, so that what they hold back is never heard where it should not be.
 */
function withVoice(plain: string, isSilentAtStart: number, rateHz: number): string {
  const deeper = `asetrate=${Math.round(rateHz * DEEPER)},aresample=${rateHz},atempo=${1 / DEEPER}`;
  return (
    `asplit[plain][voice];[voice]volume@voice=volume=0:enable=${isSilentAtStart},${deeper}[deep];` +
    `[plain]${plain}[kept];[kept][deep]amix=inputs=2:duration=first:dropout_transition=0:normalize=0`
  );
}

interface Interval {
  readonly fromS: number;
  readonly toS: number;
}

/** In the filters' time, a block longer at the start: a block that reaches in begins before. None where it is all before 0. */
function intervalOf({ startMs, endMs }: SoundSpan, zeroMs: number): Interval[] {
  const toS = Math.min(FAR_S, (endMs - zeroMs) / 1000 + ROUNDED_S);
  const fromS = Math.max(0, (startMs - zeroMs) / 1000 - BLOCK_S - ROUNDED_S);
  return toS > fromS ? [{ fromS, toS }] : [];
}

/** 1 where the first samples lie in an interval: they may be a little before 0. */
function stateAtStart([first]: readonly Interval[]): 0 | 1 {
  return first?.fromS === 0 ? 1 : 0;
}

function commands(
  filter: string,
  intervals: readonly Interval[],
  { inside }: { readonly inside: 0 | 1 },
): { readonly fromS: number; readonly text: string }[] {
  return intervals.map(({ fromS, toS }) => ({
    fromS,
    text:
      `${fromS.toFixed(6)}-${toS.toFixed(6)} ` +
      `[enter] ${filter} enable ${inside}, [leave] ${filter} enable ${1 - inside};\n`,
  }));
}
