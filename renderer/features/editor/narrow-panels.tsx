import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useMessages } from '../../app/messages';
import { setLayout, useSession } from '../../state/session';
import { CueListPanel } from '../cues/index';
import { Panel } from './panel';
import { TranscriptSide } from './transcript-side';
import { WithFindings } from './with-findings';

/** For narrow windows and large zoom: one text at a time; the player stands beside it. */
export function NarrowPanels() {
  const t = useMessages();
  const shown = useSession((state) =>
    state.layout['narrow.shown'] === 'transcript' ? 'transcript' : 'cues',
  );
  return (
    <div className="editor__centre editor__centre--narrow">
      <ToggleButtonGroup
        className="switch"
        aria-label={t('editor.shownText')}
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => setLayout('narrow.shown', String([...keys][0] ?? 'cues'))}
      >
        <ToggleButton id="transcript" className="switch__item">
          {t('editor.transcript')}
        </ToggleButton>
        <ToggleButton id="cues" className="switch__item">
          {t('editor.cues')}
        </ToggleButton>
      </ToggleButtonGroup>
      <WithFindings>
        <Panel label={t(shown === 'cues' ? 'editor.cues' : 'editor.transcript')}>
          {shown === 'cues' ? <CueListPanel /> : <TranscriptSide />}
        </Panel>
      </WithFindings>
    </div>
  );
}
