import { useMessages } from '../../app/messages';
import { ResizeHandle } from '../../ui/resize-handle';
import { CueListPanel } from '../cues/index';
import { useHidden, useShare } from './layout';
import { Panel } from './panel';
import { PlayerSide } from './player-side';
import { TranscriptSide } from './transcript-side';
import { WithFindings } from './with-findings';

/** What these two leave to the cues holds a line of 42 characters in a window 1,280 px wide. */
const TRANSCRIPT = { min: 0.14, max: 0.45, initial: 0.24 } as const;
const PLAYER = { min: 0.2, max: 0.55, initial: 0.32 } as const;

/** Transcript, cues and player side by side. */
export function WidePanels() {
  const t = useMessages();
  const transcript = useShare('transcript', TRANSCRIPT.initial);
  const player = useShare('player', PLAYER.initial);
  const transcriptHidden = useHidden('transcript');
  const playerHidden = useHidden('player');
  return (
    <>
      {!transcriptHidden && (
        <>
          <div className="editor__side" style={{ flexBasis: `${transcript.value * 100}%` }}>
            <Panel label={t('editor.transcript')}>
              <TranscriptSide />
            </Panel>
          </div>
          <ResizeHandle
            {...TRANSCRIPT}
            label={t('editor.resizeTranscript')}
            orientation="vertical"
            isAfter={false}
            value={transcript.value}
            onChange={transcript.set}
          />
        </>
      )}
      <div className="editor__centre">
        <WithFindings>
          <Panel label={t('editor.cues')}>
            <CueListPanel />
          </Panel>
        </WithFindings>
      </div>
      {!playerHidden && (
        <ResizeHandle
          {...PLAYER}
          label={t('editor.resizePlayer')}
          orientation="vertical"
          isAfter
          value={player.value}
          onChange={player.set}
        />
      )}
      {/* Put away, it goes on playing: to hear the words while more of them are shown. */}
      <div className="editor__side" style={{ flexBasis: `${player.value * 100}%` }} hidden={playerHidden}>
        <PlayerSide />
      </div>
    </>
  );
}
