import { useEffect, useState } from 'react';
import type { Track } from '../../../shared/domain/track';
import type { MachineScope } from '../../../shared/domain/translator';
import { cuesToTranslate } from '../../../shared/translation/machine/requests';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { cancelJob, useJobs } from '../../state/jobs';
import { attempt } from '../../state/notices';
import { trackById } from '../../state/selectors';
import { showDialog, useSession } from '../../state/session';
import { reloadSettings, useSettings } from '../../state/settings';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards } from '../../ui/field';
import { trackTitle } from '../../ui/languages';
import { Progress } from '../../ui/progress';
import { useWayOut } from '../names/index';
import { useMachine, type MachineDone } from './machine';

const SCOPES: readonly MachineScope[] = ['empty', 'drafts', 'all'];

/** Drafts by the person's own translation program: which subtitles, how far it is, what came of it. */
export function MachineDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const translator = useSettings((state) => state.translator);
  const activeId = useSession((state) => state.activeTrackId);
  const track = useDocument((state) => trackById(state.project, activeId));
  useEffect(() => void attempt(reloadSettings), []);
  if (!translator || track?.kind !== 'translation')
    return (
      <ModalDialog
        title={t('machine.title')}
        lead={t('machine.none')}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose}>{t('app.cancel')}</Button>
            <Button variant="primary" onPress={() => showDialog('settings', 'translator')}>
              {t('machine.settings')}
            </Button>
          </>
        }
      >
        <p>{t('machine.howto')}</p>
      </ModalDialog>
    );
  return <Ask track={track} program={translator.program} onClose={onClose} />;
}

function Ask({
  track,
  program,
  onClose,
}: {
  readonly track: Track;
  readonly program: string;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const [scope, setScope] = useState<MachineScope>('empty');
  const out = useWayOut();
  const { phase, ask } = useMachine(out);
  const counts = new Map(SCOPES.map((each) => [each, cuesToTranslate(project, track.id, each).length]));
  const jobId = phase.step === 'asking' ? phase.jobId : null;
  const progress = useJobs((state) => (jobId === null ? null : (state.jobs.get(jobId)?.progress ?? null)));
  const count = counts.get(scope) ?? 0;
  if (phase.step === 'done') return <Done done={phase.done} onClose={onClose} />;
  return (
    <ModalDialog
      title={t('machine.title')}
      lead={t('machine.lead', { language: trackTitle(track, project.tracks) })}
      onClose={onClose}
      footer={
        phase.step === 'asking' ? (
          <Button
            isDisabled={jobId === null}
            onPress={() =>
              attempt(async () => {
                if (jobId !== null) await cancelJob(jobId);
              })
            }
          >
            {t('app.cancel')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('app.cancel')}</Button>
            <Button variant="primary" isDisabled={count === 0} onPress={() => void ask(track.id, scope)}>
              {t('machine.ask', { count })}
            </Button>
          </>
        )
      }
    >
      <p className="machine__program" dir="ltr">
        {program}
      </p>
      {phase.step === 'asking' ? (
        <Progress label={t('machine.asking')} value={progress} />
      ) : (
        <>
          {out.problem}
          <ChoiceCards
            label={t('machine.scope')}
            value={scope}
            options={SCOPES.map((value) => ({
              value,
              label: t(`machine.scope.${value}`, { count: counts.get(value) ?? 0 }),
              help: t(`machine.scopeHelp.${value}`),
              isDisabled: (counts.get(value) ?? 0) === 0,
            }))}
            onChange={setScope}
          />
          <p className="machine__note">{t('machine.note')}</p>
        </>
      )}
    </ModalDialog>
  );
}

function Done({ done, onClose }: { readonly done: MachineDone; readonly onClose: () => void }) {
  const t = useMessages();
  const { answers, asked, odd, said, made } = done;
  return (
    <ModalDialog
      title={t('machine.title')}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('app.done')}
        </Button>
      }
    >
      <p role="status">{t('machine.done', { count: answers.length, missing: asked - answers.length })}</p>
      {odd > 0 && <Banner tone="warning">{t('machine.odd', { count: odd, program: made.by })}</Banner>}
      {said.length > 0 && (
        <>
          <p>{t('machine.said', { program: made.by })}</p>
          <pre className="machine__said" dir="auto" tabIndex={0}>
            {said.join('\n')}
          </pre>
        </>
      )}
    </ModalDialog>
  );
}
