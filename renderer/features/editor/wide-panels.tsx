import { useMessages } from '../../app/messages';
import { ResizeHandle } from '../../ui/resize-handle';
import { CueListPanel } from '../cues/index';
import { useHidden, useShare } from './layout';
import { Panel } from './panel';
import { TranscriptSide } from './transcript-side';
import { WithFindings } from './with-findings';

/** What this and the player's leave to the cues holds a line of 42 characters in a window 1,280 px wide. */
const TRANSCRIPT = { min: 0.14, max: 0.45, initial: 0.24 } as const;

/** Transcript and cues side by side; the player stands beside them. */
export function WidePanels() {
  const t = useMessages();
  const transcript = useShare('transcript', TRANSCRIPT.initial);
  const transcriptHidden = useHidden('transcript');
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
    </>
  );
}
