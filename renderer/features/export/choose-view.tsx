import { useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import { NO_BRANDING } from '../../../shared/domain/branding';
import { takesBranding, tracksIn } from '../../../shared/export/plan';
import { useMessages } from '../../app/messages';
import { runCommand } from '../../app/commands';
import { useBranding } from '../../state/campaign-branding';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt } from '../../state/notices';
import { cuesOfTrack } from '../../state/selectors';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { CheckInput } from '../../ui/field';
import { trackTitle } from '../../ui/languages';
import { BrandingChoice } from '../branding/index';
import { overrideBy } from '../names/index';
import { DeliveredStills } from './delivered-stills';
import { FileChoicesForm } from './file-choices';
import { FolderChoice } from './folder-choice';
import { OutputPicker } from './output-picker';
import { haveSeenParts } from './name-parts';
import { PlanReport } from './plan-report';
import { choose, planOf, showView, startExport, useExport } from './state';
import { usePlanCheck } from './use-plan-check';

export interface ChooseViewProps {
  readonly onClose: () => void;
  /** Leads to the queue; null while nothing waits in it. */
  readonly queueLabel: string | null;
}

/** Which languages, as what, where to. */
export function ChooseView({ onClose, queueLabel }: ChooseViewProps) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const media = useDocument((state) => state.media);
  const { outputs, choices, branded, folder, seenParts, tracks: chosen } = useExport();
  const branding = useBranding((state) => state.branding);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const filled = project.tracks.filter(({ id }) => cuesOfTrack(project, id).length > 0);
  const tracks = new Set(
    [...(chosen ?? filled.map(({ id }) => id))].filter((id) => filled.some((track) => track.id === id)),
  );
  const plan = planOf(tracks, outputs, choices, branded ? branding : NO_BRANDING);
  const check = usePlanCheck(plan, folder);
  const hasNames = check?.files.some(({ names }) => names.length > 0) ?? false;
  const hasSeen = check === null || haveSeenParts(check, seenParts);
  const needsTrack = plan?.outputs.every((output) => tracksIn(output) !== 'none') ?? true;
  const count = check?.files.length ?? 0;
  const canStart =
    plan !== null &&
    (!needsTrack || tracks.size > 0) &&
    check?.problem === null &&
    hasSeen &&
    (!hasNames || overrideBy(reason) !== null);

  // What stands against it is told in full below, out of sight of the button where there are many languages.
  const missing =
    plan === null
      ? t('export.why.outputs')
      : needsTrack && tracks.size === 0
        ? t('export.why.languages')
        : check === null
          ? t('export.why.looking')
          : (check.problem?.message ??
            (canStart
              ? null
              : t(hasNames && overrideBy(reason) === null ? 'export.why.names' : 'export.why.parts')));

  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(tracks);
    if (isOn) next.add(id);
    else next.delete(id);
    choose({ tracks: next });
  };
  const start = () =>
    attempt(async () => {
      const place = folder ?? (await chooseFile('folder'));
      if (!place || !plan) return;
      choose({ folder: place });
      setFailure(null);
      // A second click would put everything into the queue twice.
      setStarting(true);
      await startExport(plan, place, hasNames ? overrideBy(reason) : null)
        .catch((error: unknown) => setFailure(errorData(error).message))
        .finally(() => setStarting(false));
    });

  return (
    <ModalDialog
      title={t('export.title')}
      lead={t('export.lead')}
      size="large"
      onClose={onClose}
      footer={
        <>
          {missing !== null && (
            <p className="dialog__note" role="status">
              {missing}
            </p>
          )}
          {queueLabel !== null && (
            <Button variant="quiet" onPress={() => showView('queue')}>
              {queueLabel}
            </Button>
          )}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={start} isDisabled={!canStart || isStarting}>
            {folder ? t('export.start', { count }) : t('export.startChoosing', { count })}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <div role="alert">
          <Banner tone="danger">{failure}</Banner>
        </div>
      )}
      <div className="export__columns">
        <fieldset className="export__group">
          <legend className="export__heading">{t('export.languages')}</legend>
          {project.tracks.map((track) => {
            const { id } = track;
            const cues = cuesOfTrack(project, id).length;
            return (
              <CheckInput
                key={id}
                label={t('export.trackOption', { language: trackTitle(track, project.tracks), count: cues })}
                value={tracks.has(id)}
                isDisabled={cues === 0}
                onChange={(isOn) => toggle(id, isOn)}
              />
            );
          })}
          {filled.length === 0 && (
            <Banner
              tone="warning"
              actions={
                <Button
                  size="small"
                  onPress={() => {
                    onClose();
                    setTimeout(() => runCommand('cues.generate'));
                  }}
                >
                  {t('export.makeCues')}
                </Button>
              }
            >
              {t('export.noCues')}
            </Banner>
          )}
        </fieldset>
        <OutputPicker
          chosen={outputs}
          hasPicture={media.state === 'ok' && Boolean(media.info?.video)}
          onChange={(next) => choose({ outputs: next })}
        />
      </div>
      <FileChoicesForm plan={plan} choices={choices} onChange={(next) => choose({ choices: next })} />
      {plan?.outputs.some(takesBranding) && (
        <BrandingChoice value={branded} onChange={(isWanted) => choose({ branded: isWanted })} />
      )}
      <DeliveredStills plan={plan} />
      <FolderChoice />
      <PlanReport check={check} reason={reason} onReason={setReason} />
    </ModalDialog>
  );
}
