import type { ReviewFile } from '../../../shared/api/contract';
import { mergeReviews } from '../../../shared/edits/review';
import { mergeNotes } from '../../../shared/review/merge-notes';
import { changeOf, textFinder } from '../../../shared/review/changes';
import type { Project } from '../../../shared/domain/project';
import { useMessages } from '../../app/messages';
import { chooseFile } from '../../state/file-choice';
import { run, useDocument } from '../../state/document';
import { attempt, notify } from '../../state/notices';
import { setLayout } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { readReviews, SHOWN } from './actions';
import { useReviewView } from './store';
import './review.css';

/** Chooses reviews, shows what is in them, and merges them as one step. */
export function MergeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const reviews = useReviewView((state) => state.reviews);
  const project = useDocument((state) => state.project);
  const notes = reviews.flatMap((review) => review.notes);
  const merged = mergeNotes(project.notes, notes);
  const count = merged.added + merged.changed;
  const choose = (purpose: 'review' | 'folder') =>
    attempt(async () => {
      const file = await chooseFile(purpose);
      if (file) await readReviews([{ kind: 'file', file: file.handle }]);
    });
  const merge = () => {
    run(mergeReviews, { notes });
    setLayout(SHOWN, true);
    notify('success', t('review.merged', { count }));
    onClose();
  };
  return (
    <ModalDialog
      title={t('review.mergeTitle')}
      lead={t('review.mergeLead')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={merge}>
            {t('review.mergeNow', { count })}
          </Button>
        </>
      }
    >
      <div className="review__start">
        <Button onPress={() => choose('review')}>{t('review.chooseFile')}</Button>
        <Button onPress={() => choose('folder')}>{t('review.chooseFolder')}</Button>
      </div>
      {reviews.length === 0 ? (
        <p className="review__hint">{t('review.chooseHint')}</p>
      ) : (
        <ReviewTable reviews={reviews} project={project} />
      )}
      {reviews.length > 0 && (
        <p role="status" className="review__hint">
          {t('review.mergeCount', { added: merged.added, changed: merged.changed, known: merged.known })}
        </p>
      )}
    </ModalDialog>
  );
}

function ReviewTable({
  reviews,
  project,
}: {
  readonly reviews: readonly ReviewFile[];
  readonly project: Project;
}) {
  const t = useMessages();
  const textOf = textFinder(project);
  return (
    <table className="review__table">
      <thead>
        <tr>
          <th scope="col">{t('review.column.file')}</th>
          <th scope="col">{t('review.column.author')}</th>
          <th scope="col">{t('review.column.suggestions')}</th>
          <th scope="col">{t('review.column.conflicts')}</th>
          <th scope="col">{t('review.column.comments')}</th>
          <th scope="col">{t('review.column.verdicts')}</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((review, n) => (
          <tr key={n} data-problem={review.problem?.code}>
            <th scope="row" dir="auto">
              {review.name}
            </th>
            {review.problem ? (
              <td colSpan={5} className="review__problem">
                {review.problem.message}
              </td>
            ) : (
              <Figures review={review} textOf={textOf} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({
  review,
  textOf,
}: {
  readonly review: ReviewFile;
  readonly textOf: ReturnType<typeof textFinder>;
}) {
  const t = useMessages();
  const of = (kind: ReviewFile['notes'][number]['kind']) =>
    review.notes.filter((note) => note.kind === kind && !note.withdrawn).length;
  const conflicts = review.notes.filter(
    (note) =>
      note.kind === 'suggestion' &&
      !note.withdrawn &&
      changeOf(note, textOf(note.target)).state === 'conflict',
  ).length;
  return (
    <>
      <td dir="auto">
        {review.initials === '' ? t('review.somebody') : review.initials}
        {(review.unreadable > 0 || review.isCut) && (
          <span className="review__problem">
            {review.isCut ? t('review.isCut') : t('review.unreadable', { count: review.unreadable })}
          </span>
        )}
      </td>
      <td className="numbers">{of('suggestion')}</td>
      <td className="numbers">{conflicts}</td>
      <td className="numbers">{of('comment')}</td>
      <td className="numbers">{of('judgement')}</td>
    </>
  );
}
