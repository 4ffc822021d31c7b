import { useEffect } from 'react';
import { BEEP } from '../../../shared/ffmpeg/sound-redaction';
import { soundPlan, type SoundPlan, type SoundSpan } from '../../../shared/redaction/sound';
import { useDocument } from '../../state/document';
import { reportPlayback, usePlayback } from '../../state/playback';

/** The playhead is reported once a screen's picture: a stretch is left and entered this much (ms) outward. */
const AHEAD_MS = 50;
const BEHIND_MS = 20;

/** What is not heard at a time: the same stretches as in an export, rounded outward. */
export function hushAt({ mute, beep }: SoundPlan, ms: number): 'mute' | 'beep' | null {
  const isIn = ({ startMs, endMs }: SoundSpan) => ms >= startMs - AHEAD_MS && ms < endMs + BEHIND_MS;
  if (mute.some(isIn)) return 'mute';
  return beep.some(isIn) ? 'beep' : null;
}

/** Takes muted and beeped stretches out of what is heard while the film plays. A disguise is only heard in the export. */
export function useRedactedSound(): void {
  useEffect(() => {
    let plan = soundPlan(useDocument.getState().project);
    const tone = createTone();
    const listen = () => {
      const { playheadMs, hush, playing, muted, volume } = usePlayback.getState();
      const next = hushAt(plan, playheadMs);
      if (next !== hush) reportPlayback({ hush: next });
      tone.sound(next === 'beep' && playing && !muted ? volume : 0);
    };
    listen();
    const stops = [
      usePlayback.subscribe(listen),
      useDocument.subscribe((state, before) => {
        if (state.project === before.project) return;
        plan = soundPlan(state.project);
        listen();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      tone.end();
      reportPlayback({ hush: null });
    };
  }, []);
}

/** A steady tone of the export's pitch and level; silent until it is asked for. */
function createTone(): { sound(volume: number): void; end(): void } {
  let context: AudioContext | null = null;
  let gain: GainNode | null = null;
  return {
    sound(volume) {
      if (!context) {
        if (volume === 0) return;
        context = new AudioContext();
        const oscillator = context.createOscillator();
        oscillator.frequency.value = BEEP.hz;
        gain = context.createGain();
        oscillator.connect(gain).connect(context.destination);
        oscillator.start();
      }
      if (gain) gain.gain.value = volume * BEEP.level;
    },
    end: () => void context?.close(),
  };
}
