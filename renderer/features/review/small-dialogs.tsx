import { useState } from 'react';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { useReview } from '../../state/review';
import { trackById } from '../../state/selectors';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { TextInput } from '../../ui/field';
import { draftOf, keepComment, keepDraft, reject, settleWith, listedEntries } from './actions';
import { DiffText } from './diff-text';
import { useReviewView } from './store';
import './review.css';

/** Both sides of a suggestion beside each other, and the text it is settled on. */
export function SettleDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const id = useReviewView((state) => state.settling);
  const tracked = useReview((state) =>
    [...state.suggestions.values()].flat().find(({ note }) => note.id === id),
  );
  const project = useDocument((state) => state.project);
  const [text, setText] = useState<string | null>(null);
  if (!tracked || tracked.change.state === 'gone') return null;
  const { note, change } = tracked;
  const target = note.target;
  const track = target.kind === 'cue' ? trackById(project, target.trackId) : null;
  const words = { language: track?.language, direction: track?.direction };
  const value = text ?? (change.state === 'clean' ? change.after : change.current);
  const keepMine = () => {
    const entry = listedEntries().find((one) => one.id === note.id);
    if (entry) reject(entry);
    onClose();
  };
  return (
    <ModalDialog
      title={t('review.settleTitle')}
      lead={t('review.settleLead')}
      size="large"
      isUnkept={text !== null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              settleWith(note.id, value);
              onClose();
            }}
          >
            {t('review.settleUse')}
          </Button>
        </>
      }
    >
      <div className="sides">
        <section className="sides__one">
          <h3>{t('review.side.now')}</h3>
          <DiffText before={note.base} after={change.current} {...words} />
          <Button size="small" onPress={keepMine}>
            {t('review.keepNow')}
          </Button>
        </section>
        <section className="sides__one">
          <h3>{t('review.side.theirs')}</h3>
          <DiffText before={note.base} after={note.text} {...words} />
          <Button size="small" onPress={() => setText(note.text)}>
            {t('review.takeTheirs')}
          </Button>
        </section>
      </div>
      <TextInput
        label={t('review.settleText')}
        value={value}
        onChange={setText}
        multiline
        rows={4}
        autoFocus
      />
    </ModalDialog>
  );
}

/** Writes a comment or an answer. */
export function CommentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const isAnswer = useReviewView((state) => (state.writing?.replyTo ?? null) !== null);
  const text = useReviewView(draftOf);
  return (
    <ModalDialog
      title={t(isAnswer ? 'review.answerTitle' : 'review.commentTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === ''}
            onPress={() => {
              keepComment(text);
              onClose();
            }}
          >
            {t('review.keepComment')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('review.commentText')}
        value={text}
        onChange={keepDraft}
        multiline
        rows={4}
        autoFocus
      />
    </ModalDialog>
  );
}
