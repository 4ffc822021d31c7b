import { useEffect, useMemo } from 'react';
import type { Packet, PacketCue, PacketTrack } from '../../shared/review/packet';
import { mediaAddress } from './data';
import { attach, follow, setRate, usePlayer } from './player';
import { usePacket } from './store';
import { useText } from './use-text';
import { Words } from './words';

const RATES = [0.5, 0.75, 1, 1.25, 1.5] as const;

/** The recording with the subtitles of the track shown over it. */
export function PlayerView({ packet }: { readonly packet: Packet }) {
  const t = useText();
  const { state, url, rate, loops } = usePlayer();
  const media = packet.media;
  useEffect(() => {
    if (!media) return;
    usePlayer.setState({ state: 'preparing' });
    const start = async () => {
      const address = await mediaAddress(media.type).catch(() => null);
      usePlayer.setState({ url: address, state: address === null ? 'failed' : 'ready' });
    };
    // The recording stands behind this script: it is whole once the page is.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', () => void start(), { once: true });
    else void start();
  }, [media]);
  if (!media) return null;
  const fail = () => usePlayer.setState({ state: 'failed' });
  return (
    <section className="player" aria-label={t('player.label')}>
      <div className={`player__screen player__screen--${media.kind}`}>
        {url !== null && media.kind === 'video' && (
          <video
            ref={attach}
            src={url}
            playsInline
            preload="auto"
            tabIndex={-1}
            onPlay={follow}
            onSeeked={follow}
            onPause={follow}
            onError={fail}
          />
        )}
        {url !== null && media.kind === 'audio' && (
          <audio
            ref={attach}
            src={url}
            preload="auto"
            onPlay={follow}
            onSeeked={follow}
            onPause={follow}
            onError={fail}
          />
        )}
        <Overlay packet={packet} />
      </div>
      {state === 'preparing' && <p className="player__note">{t('player.preparing')}</p>}
      {state === 'failed' && (
        <p className="player__note" role="alert">
          {t('player.failed')}
        </p>
      )}
      <div className="player__bar">
        <label className="pick">
          <span>{t('player.speed')}</span>
          {/* “1×” is written from left to right in every language. */}
          <select dir="ltr" value={rate} onChange={(event) => setRate(Number(event.target.value))}>
            {RATES.map((value) => (
              <option key={value} value={value}>
                {`${value}×`}
              </option>
            ))}
          </select>
        </label>
        <label className="tick">
          <input
            type="checkbox"
            checked={loops}
            onChange={(event) => usePlayer.setState({ loops: event.target.checked })}
          />
          <span>{t('player.loop')}</span>
        </label>
      </div>
    </section>
  );
}

/** The cues on screen now, drawn by the page. */
function Overlay({ packet }: { readonly packet: Packet }) {
  const view = usePacket((state) => state.view);
  const track = packet.tracks.find(({ id }) => id === view) ?? packet.tracks[0];
  const cues = useMemo(() => track?.cues ?? [], [track]);
  const ids = usePlayer(({ timeMs }) =>
    shownAt(cues, timeMs)
      .map(({ id }) => id)
      .join(' '),
  );
  if (!track || ids === '') return null;
  const shown = cues.filter(({ id }) => ids.split(' ').includes(id));
  return (
    <>
      {(['top', 'bottom'] as const).map((position) => (
        <div
          key={position}
          className={`overlay overlay--${position}`}
          lang={track.language}
          dir={track.direction}
          aria-hidden
        >
          {shown
            .filter((cue) => cue.position === position)
            .map((cue) => (
              <p key={cue.id} className="overlay__cue">
                <Words text={cue.text} />
              </p>
            ))}
        </div>
      ))}
    </>
  );
}

function shownAt(cues: PacketTrack['cues'], timeMs: number): PacketCue[] {
  return cues.filter(({ startMs, endMs }) => startMs <= timeMs && timeMs < endMs);
}
