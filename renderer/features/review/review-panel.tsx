import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { runCommand } from '../../app/commands';
import { STATUSES, trackStatus } from '../../../shared/review/status';
import { formatMoment } from '../../app/format';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { useReview } from '../../state/review';
import { cuesOfTrack, trackById } from '../../state/selectors';
import { setLayout, useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { SelectInput, TextInput } from '../../ui/field';
import { acceptAll, approveReviewed, INITIALS, rejectAll, takeFine, togglePanel } from './actions';
import { EntryRow } from './entry-row';
import { acceptable, authorsOf, entriesOf, filteredEntries, isOpen, knownAuthor, type Entry } from './model';
import { useReviewView } from './store';
import './review.css';

const ICON = 14;
const ROW_PX = 96;
const OVERSCAN = 6;

/** Everything reviewers said of the track shown: to walk through, to accept, to answer. */
export function ReviewPanel() {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const trackId = useSession((state) => state.activeTrackId);
  const review = useReview();
  const { filter, author, currentId } = useReviewView();
  const all = useMemo(() => entriesOf(project, trackId, review), [project, trackId, review]);
  const listed = useMemo(() => filteredEntries(all, filter, author), [all, filter, author]);
  const open = all.filter(isOpen).length;
  return (
    <div className="review">
      <header className="review__header">
        <h2 className="review__title">{t('review.title')}</h2>
        <span className="review__count numbers" role="status">
          {t('review.count', { open, all: all.length })}
        </span>
        <span className="review__buttons">
          <PanelButton command="review.previous" icon={<ArrowUp size={ICON} aria-hidden />} />
          <PanelButton command="review.next" icon={<ArrowDown size={ICON} aria-hidden />} />
          <Button variant="quiet" size="small" aria-label={t('review.close')} onPress={togglePanel}>
            <X size={ICON} aria-hidden />
          </Button>
        </span>
      </header>
      <TrackState trackId={trackId} />
      <Tools all={all} listed={listed} />
      {listed.length === 0 ? (
        <Empty hasAny={all.length > 0} />
      ) : (
        <Entries listed={listed} currentId={currentId} track={trackById(project, trackId)} />
      )}
    </div>
  );
}

/** How far the track is and who said so, and saying more. */
function TrackState({ trackId }: { readonly trackId: string | null }) {
  const t = useMessages();
  const cues = useDocument(({ project }) => cuesOfTrack(project, trackId));
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  const selected = useSession((state) => state.selectedCueIds.size);
  const { counts, by, atMs, status } = useMemo(() => trackStatus(cues), [cues]);
  if (status === null) return null;
  const parts = STATUSES.filter((one) => counts[one] > 0).map((one) =>
    t('review.statusCount', { status: t(`status.${one}`), count: counts[one] }),
  );
  const reviewed = cues.filter((cue) => cue.status === 'reviewed' && !cue.stale).length;
  return (
    <div className="review__state">
      <p>
        {parts.join(' · ')}
        {atMs !== null &&
          ` — ${t('review.statusBy', { by: by.join(', ') || t('review.somebody'), when: formatMoment(atMs) })}`}
      </p>
      <span className="review__approve">
        <Button
          size="small"
          isDisabled={isReadOnly || selected === 0}
          onPress={() => runCommand('cue.approve')}
        >
          {t('review.approveSelected', { count: selected })}
        </Button>
        <Button size="small" isDisabled={isReadOnly || reviewed === 0} onPress={approveReviewed}>
          {t('review.approveAll', { count: reviewed })}
        </Button>
      </span>
    </div>
  );
}

function PanelButton({ command, icon }: { readonly command: string; readonly icon: React.ReactNode }) {
  const t = useMessages();
  const title = t(command === 'review.next' ? 'review.command.next' : 'review.command.previous');
  return (
    <Button variant="quiet" size="small" aria-label={title} onPress={() => runCommand(command)}>
      {icon}
    </Button>
  );
}

const EVERYBODY = '*';
/** Stands for those who left no initials. */
const NOBODY = '-';

function valueOf(author: string | null): string {
  return author === null ? EVERYBODY : author === '' ? NOBODY : author;
}

function Tools({ all, listed }: { readonly all: readonly Entry[]; readonly listed: readonly Entry[] }) {
  const t = useMessages();
  const { filter, author } = useReviewView();
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  const initials = useSession((state) => state.layout[INITIALS]);
  const authors = [...new Set(all.flatMap(authorsOf))].sort();
  const suggestions = listed.filter((entry) => entry.kind === 'suggestion' && isOpen(entry)).length;
  const count = acceptable(listed).length;
  return (
    <div className="review__tools">
      <SelectInput
        label={t('review.filter')}
        value={filter}
        options={[
          { value: 'open', label: t('review.filter.open') },
          { value: 'conflicts', label: t('review.filter.conflicts') },
          { value: 'all', label: t('review.filter.all') },
        ]}
        onChange={(value) => useReviewView.setState({ filter: value })}
      />
      <SelectInput
        label={t('review.author')}
        value={valueOf(knownAuthor(all, author))}
        options={[
          { value: EVERYBODY, label: t('review.everybody') },
          ...authors.map((one) => ({
            value: valueOf(one),
            label: one === '' ? t('review.somebody') : one,
          })),
        ]}
        onChange={(value) =>
          useReviewView.setState({ author: value === EVERYBODY ? null : value === NOBODY ? '' : value })
        }
      />
      <TextInput
        label={t('review.initials')}
        value={typeof initials === 'string' ? initials : ''}
        onChange={(value) => setLayout(INITIALS, value.slice(0, 24))}
      />
      <div className="review__all">
        <Button size="small" isDisabled={isReadOnly || count === 0} onPress={acceptAll}>
          {t('review.acceptAll', { count })}
        </Button>
        <Button size="small" variant="quiet" isDisabled={isReadOnly || suggestions === 0} onPress={rejectAll}>
          {t('review.rejectAll', { count: suggestions })}
        </Button>
        <Button size="small" variant="quiet" isDisabled={isReadOnly} onPress={takeFine}>
          {t('review.takeFine')}
        </Button>
      </div>
    </div>
  );
}

function Empty({ hasAny }: { readonly hasAny: boolean }) {
  const t = useMessages();
  return (
    <div className="review__empty">
      <p>{t(hasAny ? 'review.nothingListed' : 'review.nothing')}</p>
      {!hasAny && (
        <div className="review__start">
          <Button onPress={() => runCommand('review.packet')}>{t('review.command.packet')}</Button>
          <Button onPress={() => runCommand('review.merge')}>{t('review.command.merge')}</Button>
        </div>
      )}
    </div>
  );
}

function Entries({
  listed,
  currentId,
  track,
}: {
  readonly listed: readonly Entry[];
  readonly currentId: string | null;
  readonly track: ReturnType<typeof trackById>;
}) {
  const t = useMessages();
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay inside this component
  const rows = useVirtualizer({
    count: listed.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => listed[index]?.id ?? index,
  });
  const currentAt = listed.findIndex(({ id }) => id === currentId);
  useEffect(() => {
    if (currentAt >= 0) rows.scrollToIndex(currentAt, { align: 'auto' });
  }, [currentAt, rows]);
  return (
    <div className="review__box" ref={box}>
      <ul className="review__list" style={{ blockSize: rows.getTotalSize() }} aria-label={t('review.title')}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const entry = listed[index];
          return (
            entry && (
              <li
                key={key}
                data-index={index}
                ref={rows.measureElement}
                className={index === currentAt ? 'review__item review__item--current' : 'review__item'}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={listed.length}
                aria-posinset={index + 1}
                data-entry={entry.kind}
              >
                <EntryRow entry={entry} track={entry.isCue ? track : null} isCurrent={index === currentAt} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
