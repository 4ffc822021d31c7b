import { Button as AriaButton } from 'react-aria-components';
import { runCommand } from '../../app/commands';
import { formatTimeOfDay } from '../../app/format';
import { useMessages } from '../../app/messages';
import { useDocument, type DocumentState } from '../../state/document';
import { useFindings } from '../../state/findings';
import { Keys } from '../../ui/keys';
import { JobTray } from '../jobs/index';

/** Saved state, jobs, and the way to the keys. */
export function StatusBar() {
  const t = useMessages();
  return (
    <footer className="status">
      <SaveState />
      <JobTray />
      <FindingCount />
      <span className="status__end">
        <AriaButton className="status__button" onPress={() => runCommand('help.keys')}>
          <Keys shortcut="?" />
          {t('editor.keys')}
        </AriaButton>
      </span>
    </footer>
  );
}

/** How many things the quality checks have to say about the track shown. */
function FindingCount() {
  const t = useMessages();
  const count = useFindings((state) => (state.check ? state.all.length : null));
  if (count === null) return null;
  return (
    <span role="status">
      <AriaButton className="status__button numbers" onPress={() => runCommand('view.findings')}>
        {t('editor.findings', { count })}
      </AriaButton>
    </span>
  );
}

function saveStateOf({ file, seq, safeSeq, savedSeq, savedAt, unsafe, readOnly }: DocumentState) {
  if (unsafe !== null) return 'unsafe';
  if (readOnly !== null) return 'readOnly';
  if (safeSeq < seq) return 'writing';
  if (file === null) return 'draft';
  if (savedSeq < seq) return 'edited';
  return savedAt === null ? 'saved' : 'savedAt';
}

/** Where the newest edit is: in the project file, safe in the journal, or on its way. */
function SaveState() {
  const t = useMessages();
  // No more than this: it would be rendered anew for every letter typed anywhere.
  const key = useDocument(saveStateOf);
  const savedAt = useDocument((state) => state.savedAt);
  return (
    <AriaButton
      className={key === 'unsafe' ? 'status__button status__button--failed' : 'status__button'}
      onPress={() => runCommand('project.save')}
    >
      <span className={`status__dot status__dot--${key}`} aria-hidden />
      <span className="numbers">
        {t(`editor.state.${key}`, { time: savedAt === null ? '' : formatTimeOfDay(new Date(savedAt)) })}
      </span>
    </AriaButton>
  );
}
