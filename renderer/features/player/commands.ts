import type { Command } from '../../app/commands';
import { useDocument } from '../../state/document';
import {
  RATES,
  pause,
  play,
  seek,
  seekBy,
  setRate,
  step,
  togglePlay,
  toggleMuted,
  toggleSubtitles,
  usePlayback,
} from '../../state/playback';

const isReady = () => usePlayback.getState().ready;
const isOpen = () => useDocument.getState().session !== null;
const JUMP_MS = 1000;
/** J goes back by this: long enough to hear a phrase again. */
const BACK_MS = 2000;

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  run: () => void,
  more: Partial<Command> = {},
): Command => ({ id, titleKey, shortcut, group: 'playback', isEnabled: isReady, run, ...more });

/** L: plays; while playing, faster each time. */
function playFaster(): void {
  const { playing, rate } = usePlayback.getState();
  if (!playing) return play();
  setRate(RATES.find((candidate) => candidate > rate && candidate >= 1) ?? rate);
}

/** J: first back to normal speed, then back in time (Chromium cannot play backwards). */
function playSlower(): void {
  if (usePlayback.getState().rate > 1) setRate(1);
  else seekBy(-BACK_MS);
}

function stop(): void {
  pause();
  setRate(1);
}

/** Playback from the keyboard: Space, J-K-L and arrows as editors have them. */
export const playerCommands: readonly Command[] = [
  command('play.toggle', 'player.command.toggle', 'Space', togglePlay),
  command('play.toggleInText', 'player.command.toggleInText', ['Ctrl+Space', 'F4'], togglePlay, {
    inText: true,
  }),
  command('play.forward', 'player.command.forward', 'L', playFaster),
  command('play.stop', 'player.command.stop', 'K', stop),
  command('play.back', 'player.command.back', 'J', playSlower),
  command('play.frameBack', 'player.command.frameBack', ['ArrowLeft', 'Comma'], () => step(-1), {
    repeats: true,
  }),
  command('play.frameForward', 'player.command.frameForward', ['ArrowRight', 'Period'], () => step(1), {
    repeats: true,
  }),
  command('play.secondBack', 'player.command.secondBack', 'Shift+ArrowLeft', () => seekBy(-JUMP_MS), {
    repeats: true,
  }),
  command('play.secondForward', 'player.command.secondForward', 'Shift+ArrowRight', () => seekBy(JUMP_MS), {
    repeats: true,
  }),
  command('play.start', 'player.command.start', 'Home', () => seek(0)),
  command('play.end', 'player.command.end', 'End', () => seek(usePlayback.getState().durationMs)),
  command('play.mute', 'player.command.mute', 'Mod+Shift+M', toggleMuted),
  command('play.subtitles', 'player.command.subtitles', 'Mod+Shift+U', toggleSubtitles, {
    isEnabled: isOpen,
  }),
];
