import { useEffect, useRef } from 'react';
import { useDelivered } from '../../state/delivery';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { reportPlayback, usePlayback, type PlaybackProblem } from '../../state/playback';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Progress } from '../../ui/progress';
import { CoverLayer } from '../redaction/index';
import { DeliveredLabel, DeliveredSurface, Footage } from './delivered-picture';
import { closePictureWindow } from './picture-window';
import './player.css';
import { Transport } from './transport';
import { shownSize, usePlayer, type Player } from './use-player';
import { useProxy } from './use-proxy';

/** The picture with its subtitles, and the controls under it. */
export function PlayerPanel() {
  const t = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const media = useDocument((state) => state.media);
  const player = usePlayer(video, still, overlay);
  const guidesShown = usePlayback((state) => state.guidesShown);
  const problem = useProblem(player);
  const shown = useDelivered();
  const { width, height } = shownSize(media, shown);
  const isSoundOnly = media.info !== null && media.info.video === null;

  useEffect(() => reportPlayback({ problem }), [problem]);
  useEffect(() => closePictureWindow, []);

  return (
    <div className="player">
      <div className="player__stage">
        <div className="player__picture" style={{ '--ratio': width / height } as React.CSSProperties}>
          <Footage shown={shown}>
            <video
              ref={video}
              className="player__video"
              preload="auto"
              playsInline
              tabIndex={-1}
              aria-label={t('player.picture')}
            />
            <canvas ref={still} className="player__still" aria-hidden hidden />
            <CoverLayer />
          </Footage>
          {isSoundOnly && <p className="player__sound">{t('player.soundOnly')}</p>}
          <div ref={overlay} className="player__overlay" />
          {guidesShown && !shown && <div className="player__guides" aria-hidden />}
          {shown && <DeliveredSurface shown={shown} />}
        </div>
        {shown && <DeliveredLabel shown={shown} />}
        <PlayerMessage />
        <PictureElsewhere />
        {player.subtitlesFailed && (
          <p className="player__note" role="status">
            {t('player.subtitlesFailed')}
          </p>
        )}
      </div>
      <Transport />
    </div>
  );
}

/** What stands in the place of the picture while it is in a window of its own. */
function PictureElsewhere() {
  const t = useMessages();
  const isApart = usePlayback((state) => state.apart);
  if (!isApart) return null;
  return (
    <div className="player__message" role="status">
      <p>{t('player.apart')}</p>
      <Button onPress={closePictureWindow}>{t('player.apartBack')}</Button>
    </div>
  );
}

/** What stands over the picture while there is none. */
function PlayerMessage() {
  const t = useMessages();
  const problem = usePlayback((state) => state.problem);
  const state = useDocument(({ media }) => media.state);
  if (state === 'none')
    return (
      <div className="player__message">
        <EmptyState title={t('player.none')}>{t('player.noneHelp')}</EmptyState>
      </div>
    );
  if (!problem) return null;
  return (
    <div className={`player__message player__message--${problem.tone}`} role="status">
      <p>{problem.text}</p>
      {problem.tone === 'working' && <Progress label={problem.text} value={problem.progress} />}
    </div>
  );
}

/** The one thing that keeps the picture away, most telling first. */
function useProblem({ elementProblem }: Player): PlaybackProblem | null {
  const t = useMessages();
  const media = useDocument((state) => state.media);
  const hasUrl = useSession((state) => state.mediaUrl !== null);
  const proxy = useProxy(elementProblem);
  const failed = (text: string): PlaybackProblem => ({ tone: 'failed', text, progress: null });
  if (media.state === 'none') return null;
  if (media.problem) return failed(media.problem.message);
  if (media.state === 'missing') return failed(t('player.missing'));
  if (media.state === 'changed') return failed(t('player.changed'));
  if (proxy) return proxy;
  if (elementProblem === 'unplayable' && hasUrl) return failed(t('player.unplayable'));
  if (elementProblem === 'no-picture') return failed(t('player.noPicture'));
  return null;
}
