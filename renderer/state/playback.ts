/**
 * What plays, and where. The player panel owns the media element and registers a controller here; everyone else reads the
 * store and calls the functions below. The playhead moves up to sixty times a second: views that follow it subscribe with
 * `followPlayhead` and paint by themselves instead of rendering React for each picture.
 */
import { create } from 'zustand';
import type { Milliseconds } from '../../shared/domain/time';
import { useDocument, type DocumentState } from './document';

/** Why there is no picture, or none yet, in words ready to show. */
export interface PlaybackProblem {
  /** `working`: it will pass by itself (a preview is being made). `failed`: it needs the person. */
  readonly tone: 'working' | 'failed';
  readonly text: string;
  /** 0 to 1 where progress is known. */
  readonly progress: number | null;
}

export interface PlaybackState {
  readonly playing: boolean;
  /** 1 is the speed of life. */
  readonly rate: number;
  readonly durationMs: Milliseconds;
  /**
   * Where the person is. After a seek it is what was asked for; while playing and stepping it is the start of the picture
   * shown, rounded as in the model, so that a cue that starts at the playhead is visible on that picture.
   */
  readonly playheadMs: Milliseconds;
  /** When the picture on screen began (ms, fractions kept): what is laid over it is reckoned for this. */
  readonly pictureMs: number;
  /** True once the media can be played and seeked. */
  readonly ready: boolean;
  readonly problem: PlaybackProblem | null;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
  /** What of the sound exports take out at the playhead: it is not heard here either. */
  readonly hush: 'mute' | 'beep' | null;
  readonly subtitlesShown: boolean;
  /** The track drawn over the picture; null: the one worked on. */
  readonly subtitleTrackId: string | null;
  /** Draws a translation and its source at once. */
  readonly bothShown: boolean;
  /** Frames that show what old screens and the sites' own controls may cover. */
  readonly guidesShown: boolean;
  /** The picture is in a window of its own. */
  readonly apart: boolean;
  /** Plays a stretch again and again until stopped. */
  readonly looping: boolean;
  /** Played backwards by steps, at this many times the speed of life; 0 when not. */
  readonly reverse: number;
}

/** `at`: the picture on screen at that time. `after`: the first picture that starts at or after it, so a cue that begins there is seen. */
export type SeekEdge = 'at' | 'after';

/** What a player can do. Times outside the media are brought inside. */
export interface PlaybackController {
  play(): void;
  pause(): void;
  seek(ms: Milliseconds, edge: SeekEdge): void;
  /** Moves by whole pictures; negative goes back. Stops playing. */
  step(frames: number): void;
  /** Plays `[startMs, endMs)`, once and stops on its last picture, or again and again until stopped. */
  playRange(startMs: Milliseconds, endMs: Milliseconds, isLoop: boolean): void;
  /** Plays backwards, silent, at so many times the speed of life. */
  playBack(rate: number): void;
  /** Lets a moment of the sound be heard at the place where the film stands still. */
  hear(): void;
}

const EMPTY: PlaybackState = {
  playing: false,
  rate: 1,
  durationMs: 0,
  playheadMs: 0,
  pictureMs: 0,
  ready: false,
  problem: null,
  volume: 1,
  muted: false,
  hush: null,
  subtitlesShown: true,
  subtitleTrackId: null,
  bothShown: false,
  guidesShown: false,
  apart: false,
  looping: false,
  reverse: 0,
};

export const usePlayback = create<PlaybackState>()(() => EMPTY);

const get = usePlayback.getState;
const set = usePlayback.setState;

let controller: PlaybackController | null = null;

/**
 * Makes a player the one that the functions below steer; returns what lets it go again. The playhead stays: another
 * player, e.g. after the window became narrow, goes on from there.
 */
export function registerPlayer(player: PlaybackController): () => void {
  controller = player;
  return () => {
    if (controller !== player) return;
    controller = null;
    set({ playing: false, ready: false, problem: null, looping: false, reverse: 0 });
  };
}

/** How long the footage is, as far as the project or the file tells; 0 without footage. */
function durationOf({ media, project }: DocumentState): Milliseconds {
  return media.info?.durationMs ?? project.meta.media?.durationMs ?? 0;
}

// Another project starts at its beginning; whether a player is on screen does not matter.
useDocument.subscribe((state, before) => {
  const durationMs = durationOf(state);
  if (state.session !== before.session)
    set({
      playheadMs: 0,
      pictureMs: 0,
      rate: 1,
      durationMs,
      subtitleTrackId: null,
      looping: false,
      reverse: 0,
    });
  else if (durationMs !== get().durationMs) set({ durationMs });
});

/** For the registered player only: tells everyone what the media element does. */
export function reportPlayback(changes: Partial<PlaybackState>): void {
  set(changes);
}

export function play(): void {
  controller?.play();
}

export function pause(): void {
  controller?.pause();
}

/** Plays or pauses. */
export function togglePlay(): void {
  if (get().playing || get().reverse > 0) pause();
  else play();
}

/** Goes to a time; without a player only the playhead moves. */
export function seek(ms: Milliseconds, edge: SeekEdge = 'at'): void {
  if (controller) controller.seek(ms, edge);
  else set({ playheadMs: Math.max(0, Math.round(ms)) });
}

/** Goes forward or (negative) back by a time. */
export function seekBy(deltaMs: number): void {
  seek(get().playheadMs + deltaMs);
}

/** Moves by whole pictures; negative goes back. */
export function step(frames: number): void {
  controller?.step(frames);
}

/** Plays `[startMs, endMs)` once, or again and again. */
export function playRange(startMs: Milliseconds, endMs: Milliseconds, isLoop = false): void {
  controller?.playRange(startMs, endMs, isLoop);
}

/** Plays backwards at so many times the speed of life. */
export function playBack(rate: number): void {
  controller?.playBack(rate);
}

/** Goes to a time under a hand that moves through the film: a moment of the sound there is heard. */
export function scrub(ms: Milliseconds): void {
  seek(ms);
  controller?.hear();
}

/** Speeds a person can choose. Chromium keeps the pitch of voices at all of them. */
export const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** Sets the speed, brought into the range of `RATES`. */
export function setRate(rate: number): void {
  set({ rate: Math.min(4, Math.max(0.25, rate)) });
}

/** Sets loudness from 0 to 1; anything above 0 also unmutes. */
export function setVolume(volume: number): void {
  const inside = Math.min(1, Math.max(0, volume));
  set({ volume: inside, muted: inside === 0 });
}

/** Mutes or unmutes. */
export function toggleMuted(): void {
  set((state) => ({ muted: !state.muted, volume: state.muted && state.volume === 0 ? 1 : state.volume }));
}

/** Shows or hides the subtitles over the picture. */
export function toggleSubtitles(): void {
  set((state) => ({ subtitlesShown: !state.subtitlesShown }));
}

/** Draws the subtitles of a track over the picture; null: of the one worked on. */
export function showSubtitlesOf(subtitleTrackId: string | null): void {
  set({ subtitleTrackId, bothShown: false, subtitlesShown: true });
}

/** Draws a translation at its place and its source at the other edge of the picture, or only the translation again. */
export function toggleBoth(): void {
  set((state) => ({ bothShown: !state.bothShown, subtitleTrackId: null, subtitlesShown: true }));
}

/** Shows or hides the safe-area guides. */
export function toggleGuides(): void {
  set((state) => ({ guidesShown: !state.guidesShown }));
}

/** Calls `listener` now and at each move of the playhead, outside React; returns what stops it. */
export function followPlayhead(listener: (playheadMs: Milliseconds) => void): () => void {
  listener(get().playheadMs);
  return usePlayback.subscribe((state, before) => {
    if (state.playheadMs !== before.playheadMs) listener(state.playheadMs);
  });
}
