import { useState } from 'react';
import { retimeTrack } from '../../../shared/edits/retime';
import { useMessages } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { useJobs } from '../../state/jobs';
import { attempt, notify } from '../../state/notices';
import { cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards, SelectInput } from '../../ui/field';
import { trackTitle } from '../../ui/languages';
import { Progress } from '../../ui/progress';
import { RetimeResult } from './retime-result';
import { useRetime } from './use-retime';
import './retime.css';

const FOOTAGE = 'footage';

/** Puts the shown track in step: choose with what, see what was found, apply it as one step. */
export function RetimeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const hasFootage = useDocument((state) => state.media.state === 'ok');
  const trackId = useSession((state) => state.activeTrackId);
  const others = project.tracks.filter(({ id }) => id !== trackId && cuesOfTrack(project, id).length > 0);
  const [target, setTarget] = useState(hasFootage ? FOOTAGE : (others[0]?.id ?? FOOTAGE));
  const [hand, setHand] = useState<'keep' | 'move'>('keep');
  const { phase, look } = useRetime();
  const jobId = phase.step === 'looking' ? phase.jobId : null;
  const progress = useJobs((state) => (jobId === null ? null : (state.jobs.get(jobId)?.progress ?? null)));
  const handTimed = cuesOfTrack(project, trackId).filter(({ timedByHand }) => timedByHand).length;
  const apply = () => {
    if (phase.step !== 'found' || trackId === null) return;
    const { cues, retiming } = phase.found;
    const times = cues.map((id, index) => ({ id, span: retiming.times[index] ?? null }));
    run(retimeTrack, { trackId, times, keepHandTimed: hand === 'keep' });
    notify('success', t('retime.applied'));
    onClose();
  };
  const canLook = target !== FOOTAGE || hasFootage;
  return (
    <ModalDialog
      title={t('retime.title')}
      lead={t('retime.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          {phase.step === 'found' ? (
            <Button variant="primary" onPress={apply}>
              {t('retime.apply')}
            </Button>
          ) : (
            <Button
              variant="primary"
              isDisabled={phase.step === 'looking' || !canLook}
              onPress={() =>
                attempt(async () => {
                  if (trackId !== null) await look(trackId, target === FOOTAGE ? null : target);
                })
              }
            >
              {t('retime.look')}
            </Button>
          )}
        </>
      }
    >
      {phase.step === 'looking' && <Progress label={t('retime.looking')} value={progress} />}
      {phase.step === 'choose' && (
        <>
          {phase.failure !== null && (
            <div role="alert">
              <Banner tone="danger">{phase.failure}</Banner>
            </div>
          )}
          <SelectInput
            label={t('retime.target')}
            value={target}
            options={[
              { value: FOOTAGE, label: t('retime.footage'), isDisabled: !hasFootage },
              ...others.map((one) => ({
                value: one.id,
                label: t('retime.track', { language: trackTitle(one, project.tracks) }),
              })),
            ]}
            onChange={setTarget}
          />
        </>
      )}
      {phase.step === 'found' && <RetimeResult found={phase.found} />}
      {phase.step !== 'looking' && handTimed > 0 && (
        <ChoiceCards
          label={t('retime.hand', { count: handTimed })}
          value={hand}
          options={[
            { value: 'keep', label: t('retime.hand.keep') },
            { value: 'move', label: t('retime.hand.move') },
          ]}
          onChange={setHand}
        />
      )}
    </ModalDialog>
  );
}
