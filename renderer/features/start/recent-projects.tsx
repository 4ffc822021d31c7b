import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { RecentProject } from './recent-project';
import { formatMoment } from '../../app/format';
import { useMessages } from '../../app/messages';
import { openProjectFile } from '../../app/project-actions';
import { getClient } from '../../platform/client';
import { attempt, notify, notifyError } from '../../state/notices';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';

/** What was worked on last: projects, drafts that were never saved under a name, and ones that are gone. */
export function RecentProjects() {
  const t = useMessages();
  const [recents, setRecents] = useState<readonly RecentProject[] | null>(null);
  const load = useCallback(() => {
    getClient()
      .call('recent.list', {})
      .then(setRecents, (error: unknown) => {
        setRecents([]);
        notifyError(error);
      });
  }, []);
  useEffect(load, [load]);
  const listed = recents?.filter(({ takenOff }) => !takenOff);
  const takenOff = recents?.filter((recent) => recent.takenOff) ?? [];

  return (
    <section className="start__recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading" className="start__heading">
        {t('start.recent')}
      </h2>
      {!listed && <p className="start__waiting">{t('app.loading')}</p>}
      {listed?.length === 0 && (
        <div className="start__none">
          <EmptyState title={t('start.noneTitle')}>{t('start.none')}</EmptyState>
        </div>
      )}
      {listed && listed.length > 0 && <RecentRows recents={listed} onForgotten={load} />}
      {takenOff.length > 0 && (
        <details className="start__taken-off">
          <summary>{t('start.takenOff', { count: takenOff.length })}</summary>
          <RecentRows recents={takenOff} onForgotten={null} />
        </details>
      )}
    </section>
  );
}

interface RowsProps {
  readonly recents: readonly RecentProject[];
  /** Null where the rows cannot be taken off. */
  readonly onForgotten: (() => void) | null;
}

function RecentRows({ recents, onForgotten }: RowsProps) {
  return (
    <ul className="start__list">
      {recents.map((recent) => (
        <RecentRow key={recent.file.handle} recent={recent} onForgotten={onForgotten} />
      ))}
    </ul>
  );
}

function RecentRow({
  recent,
  onForgotten,
}: Pick<RowsProps, 'onForgotten'> & { readonly recent: RecentProject }) {
  const t = useMessages();
  const title = recent.title === '' ? recent.file.name : recent.title;
  const forget = () =>
    attempt(async () => {
      await getClient().call('recent.forget', { file: recent.file.handle });
      onForgotten?.();
      notify('info', t('start.forgotten', { title }), {
        label: t('start.openForgotten'),
        run: () => attempt(() => openProjectFile(recent.file)),
      });
    });
  return (
    <li className="recent">
      <button
        type="button"
        className="recent__open"
        disabled={recent.missing}
        onClick={() => attempt(() => openProjectFile(recent.file))}
      >
        <span className="recent__title" dir="auto">
          {title}
          {recent.draft && <span className="tag tag--warning">{t('start.draft')}</span>}
          {recent.missing && <span className="tag tag--danger">{t('start.missing')}</span>}
        </span>
        <span className="recent__detail numbers">
          <span dir="auto">{recent.draft ? t('start.draftHelp') : recent.file.name}</span>
          <span>{formatMoment(recent.openedAt)}</span>
        </span>
      </button>
      {onForgotten && (
        <Button variant="quiet" size="small" aria-label={t('start.forgetNamed', { title })} onPress={forget}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </li>
  );
}
