import type { Command } from '../../app/commands';
import { firstOf, noFootage, noneSelected, noWordTimes, otherwise } from '../../app/refusals';
import { canEdit, useDocument } from '../../state/document';
import { cueById, timedWords } from '../../state/selectors';
import { useSession } from '../../state/session';
import { nextSound, sounds } from '../../state/sound';
import { nextShot } from '../../state/shots';
import { toggleFull, togglePictureInPicture } from './full-size';
import {
  RATES,
  pause,
  play,
  playBack,
  playRange,
  seek,
  seekBy,
  setRate,
  step,
  togglePlay,
  toggleGuides,
  toggleMuted,
  toggleBoth,
  toggleSubtitles,
  usePlayback,
} from '../../state/playback';

const isReady = () => usePlayback.getState().ready;
const isOpen = () => useDocument.getState().session !== null;
const JUMP_MS = 1000;
const refusal = firstOf(noFootage);

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  run: () => void,
  more: Partial<Command> = {},
): Command => ({ id, titleKey, shortcut, group: 'playback', isEnabled: isReady, refusal, run, ...more });

/** L: plays; while playing, faster each time. Out of backwards it first plays on. */
function playFaster(): void {
  const { playing, rate } = usePlayback.getState();
  if (!playing) return play();
  setRate(RATES.find((candidate) => candidate > rate && candidate >= 1) ?? rate);
}

const BACK_RATES = [1, 2, 4] as const;

/** J: while playing fast, slower; then backwards, faster each time. */
function playSlower(): void {
  const { playing, rate, reverse } = usePlayback.getState();
  if (playing && rate > 1) return setRate(RATES.findLast((candidate) => candidate < rate) ?? 1);
  playBack(BACK_RATES.find((candidate) => candidate > reverse) ?? reverse);
}

/** The cue that the selection is anchored at. */
function anchor() {
  return cueById(useDocument.getState().project, useSession.getState().anchorCueId);
}

function toggleLoop(): void {
  const cue = anchor();
  if (usePlayback.getState().looping) pause();
  else if (cue) playRange(cue.startMs, cue.endMs, true);
}

const LEAD_MS = 1000;

/** When the word behind (1) or before (-1) the playhead begins; null without one. */
function wordThatWay(direction: 1 | -1): number | null {
  const { playheadMs } = usePlayback.getState();
  const words = timedWords(useDocument.getState().project);
  const isBeyond = ({ startMs }: (typeof words)[number]) =>
    direction === 1 ? (startMs ?? 0) > playheadMs + NEAR_MS : (startMs ?? 0) < playheadMs - NEAR_MS;
  const word = direction === 1 ? words.find(isBeyond) : words.findLast(isBeyond);
  return word?.startMs ?? null;
}

/** A word is shown on the picture after its start: what lies so near is the one already shown. */
const NEAR_MS = 45;

const shotThatWay = (direction: 1 | -1) => nextShot(usePlayback.getState().playheadMs, direction);

/** A command that goes to the next place of a kind that way. */
const jump = (
  [id, titleKey, shortcut]: readonly [string, Command['titleKey'], string],
  place: () => number | null,
  reason: Command['refusal'] & object,
): Command =>
  command(
    id,
    titleKey,
    shortcut,
    () => {
      const atMs = place();
      if (atMs !== null) seek(atMs, 'after');
    },
    { isEnabled: () => isReady() && place() !== null, refusal: reason, repeats: true },
  );

const noWord = firstOf(noFootage, noWordTimes, otherwise('refusal.noWordThere'));
const noShot = firstOf(noFootage, otherwise('refusal.noShots'));

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
  command('play.sound', 'player.command.sound', null, nextSound, {
    isEnabled: () => canEdit() && sounds().length > 1,
  }),
  command('play.subtitles', 'player.command.subtitles', 'Mod+Shift+U', toggleSubtitles, {
    isEnabled: isOpen,
  }),
  command('play.both', 'player.command.both', 'Shift+V', toggleBoth, {
    isEnabled: () => useDocument.getState().project.tracks.length > 1,
    refusal: firstOf(otherwise('refusal.oneLanguage')),
  }),
  command('play.loop', 'player.command.loop', 'Shift+R', toggleLoop, {
    isEnabled: () => isReady() && anchor() !== null,
    refusal: firstOf(noFootage, noneSelected),
  }),
  command('play.lead', 'player.command.lead', 'Shift+Space', () => {
    const cue = anchor();
    const from = cue ? cue.startMs : usePlayback.getState().playheadMs;
    seek(Math.max(0, from - LEAD_MS));
    play();
  }),
  jump(['play.wordBack', 'player.command.wordBack', 'Mod+ArrowLeft'], () => wordThatWay(-1), noWord),
  jump(['play.wordForward', 'player.command.wordForward', 'Mod+ArrowRight'], () => wordThatWay(1), noWord),
  jump(['play.shotBack', 'player.command.shotBack', 'Mod+Shift+ArrowLeft'], () => shotThatWay(-1), noShot),
  jump(
    ['play.shotForward', 'player.command.shotForward', 'Mod+Shift+ArrowRight'],
    () => shotThatWay(1),
    noShot,
  ),
  command('play.guides', 'player.command.guides', null, toggleGuides, { isEnabled: isOpen }),
  command('play.full', 'player.command.full', 'F11', toggleFull),
  command('play.window', 'player.command.window', null, togglePictureInPicture),
];
