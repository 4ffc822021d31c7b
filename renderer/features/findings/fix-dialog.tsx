import { useMemo } from 'react';
import type { FixPlan } from '../../../shared/checks/fixes/plan';
import type { Cue } from '../../../shared/domain/track';
import { fixCues } from '../../../shared/edits/cue-fix';
import { announce } from '../../app/announcer';
import { useMessages } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { planOf, titleOf } from './actions';
import './findings.css';
import { FontFixDialog } from './font-fix-dialog';
import { StyleFixDialog } from './style-fix-dialog';
import { useFindingsView, type FixRequest } from './store';

/** More than these nobody reads; all are changed all the same, and the rest is counted. */
const MOST_SHOWN = 100;

/** What mending would change, before and after, to be confirmed as one step. */
export function FixDialog({ onClose }: { readonly onClose: () => void }) {
  const request = useFindingsView((state) => state.request);
  if (!request) return null;
  if (request.rule === 'contrast') return <StyleFixDialog onClose={onClose} />;
  if (request.rule === 'missing-letters') return <FontFixDialog onClose={onClose} />;
  return <CueFixDialog request={request} onClose={onClose} />;
}

function CueFixDialog({ request, onClose }: { readonly request: FixRequest; readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const trackId = useSession((state) => state.activeTrackId);
  const plan = useMemo(
    () => (project.tracks.some(({ id }) => id === trackId) ? planOf(request) : null),
    [request, project, trackId],
  );
  if (!plan) return null;
  const count = plan.cues.length;
  const apply = () => {
    if (run(fixCues, { fixes: plan.changes })) announce(t('findings.fixed', { count }));
    onClose();
  };
  return (
    <ModalDialog
      title={t('findings.fixTitle', { rule: titleOf(request.rule) })}
      lead={t('findings.fixLead', { count, left: plan.left })}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={apply} autoFocus>
            {t('findings.apply', { count })}
          </Button>
        </>
      }
    >
      {count > 0 && <Changes plan={plan} />}
      {count > MOST_SHOWN && (
        <p className="fixes__more">{t('findings.more', { count: count - MOST_SHOWN })}</p>
      )}
    </ModalDialog>
  );
}

function Changes({ plan }: { readonly plan: FixPlan }) {
  const t = useMessages();
  return (
    <table className="fixes">
      <thead>
        <tr>
          <th scope="col">{t('findings.number')}</th>
          <th scope="col">{t('findings.before')}</th>
          <th scope="col">{t('findings.after')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.cues.slice(0, MOST_SHOWN).map(({ number, before, after }) => (
          <tr key={before.id}>
            <th scope="row" className="numbers">
              {number}
            </th>
            <td>
              <CueLook cue={before} other={after} />
            </td>
            <td>
              <CueLook cue={after} other={before} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Times where they differ, and the text as it is written, mark-up and spaces included. */
function CueLook({ cue, other }: { readonly cue: Cue; readonly other: Cue }) {
  const track = useDocument(({ project }) => trackById(project, cue.trackId));
  const isRetimed = cue.startMs !== other.startMs || cue.endMs !== other.endMs;
  return (
    <>
      {isRetimed && (
        <span className="fixes__times numbers" dir="ltr">
          {formatTimecode(cue.startMs)} – {formatTimecode(cue.endMs)}
        </span>
      )}
      <span
        className={cue.text === other.text ? 'fixes__text fixes__text--same' : 'fixes__text'}
        lang={track?.language}
        dir={track?.direction}
      >
        {cue.text}
      </span>
    </>
  );
}
