import { useMessages } from '../../app/messages';
import type { Job } from '../../../shared/domain/job';
import { cancelJob, useJobs } from '../../state/jobs';
import { attempt } from '../../state/notices';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { Progress } from '../../ui/progress';
import { JobState } from '../jobs/index';
import type { ExportPhase } from './run-export';

export interface ExportProgressProps {
  readonly phase: Exclude<ExportPhase, { step: 'choose' }>;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** An export that runs or is done: how far, how long, how to stop it; then what came of it and what next. */
export function ExportProgress({ phase, onAnother, onClose }: ExportProgressProps) {
  const t = useMessages();
  const jobId = phase.step === 'burning' ? phase.jobId : null;
  const job = useJobs((state) => (jobId === null ? null : (state.jobs.get(jobId) ?? null)));
  if (phase.step === 'done')
    return (
      <ModalDialog
        title={t('export.done')}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onAnother}>{t('export.another')}</Button>
            <Button variant="primary" onPress={onClose}>
              {t('app.done')}
            </Button>
          </>
        }
      >
        <p className="export__file" dir="auto" role="status">
          {phase.file.name}
        </p>
        <p className="export__next">{t('export.next')}</p>
        {phase.issues.length > 0 && (
          <ul className="export__issues">
            {phase.issues.map((issue) => (
              <li key={`${issue.line}-${issue.code}-${issue.message}`}>{issue.message}</li>
            ))}
          </ul>
        )}
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={t('export.running')}
      lead={t('export.runningLead')}
      onClose={onClose}
      footer={
        <>
          {jobId !== null && (
            <Button variant="danger" onPress={() => attempt(() => cancelJob(jobId))}>
              {t('export.cancel')}
            </Button>
          )}
          <Button onPress={onClose}>{t('export.background')}</Button>
        </>
      }
    >
      <div className="export__progress">
        <Progress label={t('export.running')} value={shareOf(job)} />
        {job ? <JobState job={job} /> : <p>{t('export.writing')}</p>}
      </div>
    </ModalDialog>
  );
}

function shareOf(job: Job | null): number | null {
  return job === null || job.state === 'queued' ? null : job.progress;
}
