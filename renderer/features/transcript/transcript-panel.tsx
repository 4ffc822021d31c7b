import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { activeJob, useJobs } from '../../state/jobs';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { AlignProgress } from './align-progress';
import { summarise } from './model';
import { ParagraphList } from './paragraph-list';
import { showNextWord } from './places';
import './transcript.css';

/** What was said, by speaker, lit word by word as it is heard. */
export function TranscriptPanel() {
  const t = useMessages();
  const isEmpty = useDocument((state) => state.project.paragraphs.length === 0);
  if (isEmpty)
    return (
      <EmptyState
        title={t('words.none')}
        actions={
          <Button variant="primary" onPress={() => runCommand('transcript.import')}>
            {t('words.import')}
          </Button>
        }
      >
        {t('words.noneHelp')}
      </EmptyState>
    );
  return (
    <div className="transcript">
      <NextStep />
      <ParagraphList />
    </div>
  );
}

/** Above the words: what to do next with them, or which ones to look at. */
function NextStep() {
  const t = useMessages();
  const paragraphs = useDocument((state) => state.project.paragraphs);
  const hasMedia = useDocument((state) => state.media.state === 'ok');
  const aligning = useJobs((state) => activeJob(state, 'align'));
  const uncovered = useDocument((state) => state.project.meta.hearing?.uncovered.length ?? 0);
  const { timed, unplaced, uncertain } = summarise(paragraphs);
  if (aligning !== null) return <AlignProgress job={aligning} />;
  if (timed === 0)
    return (
      <div className="transcript__step">
        <span>{hasMedia ? t('words.alignHelp') : t('words.alignNoMedia')}</span>
        <Button
          variant="primary"
          size="small"
          onPress={() => runCommand(hasMedia ? 'transcript.align' : 'media.choose')}
        >
          {hasMedia ? t('words.align') : t('words.chooseMedia')}
        </Button>
      </div>
    );
  if (unplaced + uncertain + uncovered === 0) return null;
  return (
    <div className="transcript__step transcript__step--quiet">
      <Button size="small" onPress={() => runCommand('check.toggle')}>
        {t('words.check')}
      </Button>
      {unplaced > 0 && (
        <Button variant="quiet" size="small" onPress={() => showNextWord('unplaced')}>
          <span className="word--unplaced">{t('words.unplaced', { count: unplaced })}</span>
        </Button>
      )}
      {uncertain > 0 && (
        <Button variant="quiet" size="small" onPress={() => showNextWord('uncertain')}>
          <span className="word--uncertain">{t('words.uncertain', { count: uncertain })}</span>
        </Button>
      )}
    </div>
  );
}
