/** The recording and what is played of it: one cue, once or again and again. */
import { create } from 'zustand';

export interface PlayerState {
  /** `none`: the packet has no recording. */
  readonly state: 'none' | 'preparing' | 'ready' | 'failed';
  readonly url: string | null;
  readonly timeMs: number;
  readonly isPlaying: boolean;
  readonly loops: boolean;
  readonly rate: number;
}

export const usePlayer = create<PlayerState>()(() => ({
  state: 'none',
  url: null,
  timeMs: 0,
  isPlaying: false,
  loops: false,
  rate: 1,
}));

let element: HTMLMediaElement | null = null;
let span: { readonly startMs: number; readonly endMs: number } | null = null;
let frame = 0;

/** Takes the element that plays; null lets it go. */
export function attach(media: HTMLMediaElement | null): void {
  element = media;
}

/** Plays `[startMs, endMs)` from its start. Nothing where there is no recording. */
export function playSpan(startMs: number, endMs: number): void {
  if (!element) return;
  span = { startMs, endMs };
  element.currentTime = startMs / 1000;
  element.playbackRate = usePlayer.getState().rate;
  // A browser may refuse to play before the first click; then nothing happens, and the next press works.
  element.play().catch(() => undefined);
}

/** Stops where it is. */
export function stop(): void {
  element?.pause();
}

/** Shows a moment without playing. */
export function seekTo(ms: number): void {
  if (element && element.paused) element.currentTime = ms / 1000;
}

/** Sets how fast it plays. */
export function setRate(rate: number): void {
  usePlayer.setState({ rate });
  if (element) element.playbackRate = rate;
}

/** Follows the recording as often as the picture changes, so that a cue ends where it ends. */
export function follow(): void {
  cancelAnimationFrame(frame);
  const look = () => {
    if (!element) return;
    const timeMs = element.currentTime * 1000;
    if (span && timeMs >= span.endMs) endSpan();
    usePlayer.setState({ timeMs, isPlaying: !element.paused });
    if (!element.paused) frame = requestAnimationFrame(look);
  };
  look();
}

function endSpan(): void {
  if (!element || !span) return;
  if (usePlayer.getState().loops) element.currentTime = span.startMs / 1000;
  else {
    span = null;
    element.pause();
  }
}
