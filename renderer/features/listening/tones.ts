/** Short quiet tones, made here: no file, nothing to load. */

/** What is heard, as frequency (Hz) and length (s): up where something begins, down where it ends, between where a line is full. */
const TONES = {
  start: { hertz: 880, seconds: 0.07 },
  end: { hertz: 440, seconds: 0.07 },
  full: { hertz: 620, seconds: 0.12 },
} as const;
export type Tone = keyof typeof TONES;

/** Under speech, which campaigns level to -14 LUFS or less. */
const LEVEL = 0.12;
/** A tone that begins or ends at once clicks. */
const RAMP_S = 0.008;

let context: AudioContext | null = null;

/** Plays a tone now; with no sound on this machine, nothing. */
export function playTone(tone: Tone): void {
  try {
    context ??= new AudioContext();
  } catch {
    return;
  }
  const { hertz, seconds } = TONES[tone];
  const from = context.currentTime;
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LEVEL, from + RAMP_S);
  gain.gain.setValueAtTime(LEVEL, from + seconds - RAMP_S);
  gain.gain.linearRampToValueAtTime(0, from + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + seconds);
}
