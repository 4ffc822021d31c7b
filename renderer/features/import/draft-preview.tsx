import type { TranscriptDraft } from '../../../shared/api/contract';
import { formatClock } from '../../app/format';
import { useMessages } from '../../app/messages';
import { EmptyState } from '../../ui/empty-state';

/** Enough to see whether it was understood; the rest is counted. */
const SHOWN = 40;

interface Line {
  readonly key: string;
  readonly head: string;
  readonly text: string;
}

function linesOf(draft: TranscriptDraft): readonly Line[] {
  if (draft.paragraphs.length === 0 && draft.cues)
    return draft.cues.map((cue, index) => ({
      key: String(index),
      head: formatClock(cue.startMs),
      text: cue.text,
    }));
  return draft.paragraphs.map((paragraph, index) => {
    const name = paragraph.speaker === null ? '' : (draft.speakers[paragraph.speaker]?.name ?? '');
    const time = paragraph.hintMs === null ? '' : formatClock(paragraph.hintMs);
    return {
      key: String(index),
      head: [name, time].filter((part) => part !== '').join(' · '),
      text: paragraph.text,
    };
  });
}

/** What a text was understood as: speakers, paragraphs, and everything odd about it with its line. */
export function DraftPreview({
  draft,
  isReading,
}: {
  readonly draft: TranscriptDraft | null;
  readonly isReading: boolean;
}) {
  const t = useMessages();
  if (!draft)
    return (
      <EmptyState title={t(isReading ? 'import.reading' : 'import.emptyTitle')}>
        {isReading ? undefined : t('import.empty')}
      </EmptyState>
    );
  const lines = linesOf(draft);
  return (
    <>
      <p className="import__summary numbers">
        {t('import.summary', {
          paragraphs: draft.paragraphs.length,
          speakers: draft.speakers.length,
          cues: draft.cues?.length ?? 0,
        })}
      </p>
      {draft.speakers.length > 0 && (
        <ul className="import__speakers" aria-label={t('import.speakers')}>
          {draft.speakers.map((speaker) => (
            <li key={speaker.name} dir="auto">
              {speaker.name}
            </li>
          ))}
        </ul>
      )}
      <Issues draft={draft} />
      <ol className="import__lines" tabIndex={0} aria-label={t('import.preview')}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.key} className="import__line">
            {line.head !== '' && (
              <span className="import__head numbers" dir="auto">
                {line.head}
              </span>
            )}
            <span dir="auto">{line.text}</span>
          </li>
        ))}
        {lines.length > SHOWN && (
          <li className="import__more">{t('import.more', { count: lines.length - SHOWN })}</li>
        )}
      </ol>
    </>
  );
}

function Issues({ draft }: { readonly draft: TranscriptDraft }) {
  const t = useMessages();
  if (draft.issues.length === 0) return null;
  return (
    <details className="import__issues" open={draft.issues.length <= 3}>
      <summary>{t('import.issues', { count: draft.issues.length })}</summary>
      <ul>
        {draft.issues.slice(0, 200).map((issue) => (
          <li key={`${issue.line}-${issue.code}-${issue.message}`}>
            {issue.line > 0 && (
              <span className="import__issue-line">{t('import.line', { line: issue.line })}</span>
            )}
            {issue.message}
          </li>
        ))}
      </ul>
    </details>
  );
}
