import { Captions, CaptionsOff, Pause, Play, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../app/messages';
import {
  RATES,
  followPlayhead,
  scrub,
  setRate,
  setVolume,
  showSubtitlesOf,
  step,
  togglePlay,
  toggleMuted,
  toggleBoth,
  toggleSubtitles,
  usePlayback,
} from '../../state/playback';
import { useDocument } from '../../state/document';
import { useFrames } from '../../state/frames';
import { chooseSound, chosenSound, sounds } from '../../state/sound';
import { formatClock, formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';

const ICON = 16;

/** Play, place, speed, subtitles and sound. */
export function Transport() {
  const t = useMessages();
  const ready = usePlayback((state) => state.ready);
  const playing = usePlayback((state) => state.playing);
  const label = playing ? t('player.pause') : t('player.play');
  return (
    // Time runs from left to right in every language's players.
    <div className="transport" dir="ltr">
      <SeekBar />
      <div className="transport__row">
        <Button
          variant="quiet"
          aria-label={t('player.frameBack')}
          isDisabled={!ready}
          onPress={() => step(-1)}
        >
          <StepBack size={ICON} aria-hidden />
        </Button>
        <Button variant="quiet" aria-label={label} isDisabled={!ready} onPress={togglePlay}>
          {playing ? <Pause size={ICON + 4} aria-hidden /> : <Play size={ICON + 4} aria-hidden />}
        </Button>
        <Button
          variant="quiet"
          aria-label={t('player.frameForward')}
          isDisabled={!ready}
          onPress={() => step(1)}
        >
          <StepForward size={ICON} aria-hidden />
        </Button>
        <Clock />
        <span className="transport__gap" />
        <Rate />
        <Sound />
        <SubtitleTrack />
        <SubtitlesToggle />
        <Volume />
      </div>
    </div>
  );
}

/** Where the film is, and how long; painted without React. */
function Clock() {
  const t = useMessages();
  const time = useRef<HTMLSpanElement>(null);
  const framesKnown = useFrames((state) => state.isTrue);
  const durationMs = usePlayback((state) => state.durationMs);
  useEffect(
    () =>
      followPlayhead((ms) => {
        if (time.current) time.current.textContent = formatTimecode(ms);
      }),
    [],
  );
  return (
    <span
      className="transport__clock numbers"
      role="timer"
      aria-label={t('player.time')}
      data-frames={framesKnown}
    >
      <span ref={time} />
      <span className="transport__duration"> / {formatClock(durationMs)}</span>
    </span>
  );
}

/** How often the seek bar moves while playing: each move is a change for a screen reader too. */
const SEEK_BAR_MS = 200;

function SeekBar() {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const durationMs = usePlayback((state) => state.durationMs);
  useEffect(() => {
    let shownMs = -Infinity;
    return followPlayhead((ms) => {
      const bar = input.current;
      if (!bar || (usePlayback.getState().playing && Math.abs(ms - shownMs) < SEEK_BAR_MS)) return;
      shownMs = ms;
      bar.value = String(ms);
      bar.setAttribute('aria-valuetext', formatClock(ms));
      bar.style.setProperty('--done', `${durationMs > 0 ? (ms / durationMs) * 100 : 0}%`);
    });
  }, [durationMs]);
  return (
    <input
      ref={input}
      className="slider slider--seek"
      type="range"
      min={0}
      max={Math.max(1, durationMs)}
      step={100}
      defaultValue={0}
      aria-label={t('player.seek')}
      onInput={(event) => scrub(Number(event.currentTarget.value))}
    />
  );
}

function Rate() {
  const t = useMessages();
  const rate = usePlayback((state) => state.rate);
  return (
    <select
      className="transport__rate numbers"
      aria-label={t('player.rate')}
      value={rate}
      onChange={(event) => setRate(Number(event.currentTarget.value))}
    >
      {RATES.map((value) => (
        <option key={value} value={value}>
          {t('player.rateValue', { rate: value })}
        </option>
      ))}
    </select>
  );
}

/** Which of the footage's sounds is heard, where it has several. */
function Sound() {
  const t = useMessages();
  const all = useDocument(sounds);
  const main = useDocument((state) => state.media.info?.audio?.index);
  const chosen = useDocument(chosenSound) ?? main;
  const readOnly = useDocument((state) => state.readOnly !== null);
  if (all.length < 2) return null;
  return (
    <select
      className="transport__rate transport__track"
      aria-label={t('player.sound')}
      value={chosen}
      disabled={readOnly}
      onChange={(event) => chooseSound(Number(event.currentTarget.value))}
    >
      {all.map(({ index, language, channels }, n) => (
        <option key={index} value={index}>
          {t('player.soundName', { number: n + 1, language: language ?? 'none', channels })}
        </option>
      ))}
    </select>
  );
}

/** No id of a track: ids hold no space. */
const BOTH = 'both languages';

/** Which track is drawn over the picture, where there are several. */
function SubtitleTrack() {
  const t = useMessages();
  const tracks = useDocument((state) => state.project.tracks);
  const chosen = usePlayback((state) => state.subtitleTrackId);
  const both = usePlayback((state) => state.bothShown);
  if (tracks.length < 2) return null;
  const shown = tracks.some(({ id }) => id === chosen) ? (chosen ?? '') : '';
  return (
    <select
      className="transport__rate transport__track"
      aria-label={t('player.subtitlesOf')}
      value={both ? BOTH : shown}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (value === BOTH) toggleBoth();
        else showSubtitlesOf(value || null);
      }}
    >
      <option value="">{t('player.shownTrack')}</option>
      <option value={BOTH}>{t('player.both')}</option>
      {tracks.map(({ id, language, name }) => (
        <option key={id} value={id}>
          {name === '' ? language : name}
        </option>
      ))}
    </select>
  );
}

function SubtitlesToggle() {
  const t = useMessages();
  const shown = usePlayback((state) => state.subtitlesShown);
  const Icon = shown ? Captions : CaptionsOff;
  return (
    <Button
      variant="quiet"
      aria-label={shown ? t('player.hideSubtitles') : t('player.showSubtitles')}
      onPress={toggleSubtitles}
    >
      <Icon size={ICON + 2} aria-hidden />
    </Button>
  );
}

function Volume() {
  const t = useMessages();
  const muted = usePlayback((state) => state.muted);
  const volume = usePlayback((state) => state.volume);
  const shown = muted ? 0 : volume;
  return (
    <span className="transport__volume">
      <Button
        variant="quiet"
        aria-label={muted ? t('player.unmute') : t('player.mute')}
        onPress={toggleMuted}
      >
        {muted ? <VolumeX size={ICON} aria-hidden /> : <Volume2 size={ICON} aria-hidden />}
      </Button>
      <input
        className="slider slider--volume"
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={shown}
        style={{ '--done': `${shown * 100}%` } as React.CSSProperties}
        aria-label={t('player.volume')}
        onChange={(event) => setVolume(Number(event.currentTarget.value))}
      />
    </span>
  );
}
