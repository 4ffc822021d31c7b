import { useEffect, useRef, useState } from 'react';
import type { FileInfo, PacketChoice } from '../../../shared/api/contract';
import { mostSmallCopyBytes } from '../../../shared/ffmpeg/small-copy';
import { packetLanguageFor, PacketLanguage } from '../../../shared/review/packet';
import { formatBytes } from '../../app/format';
import { useMessages } from '../../app/messages';
import { fileStem } from '../../app/project-actions';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { useDialogJob } from '../../state/dialog-job';
import { jobResult, useJobs } from '../../state/jobs';
import { attempt, notify } from '../../state/notices';
import { cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { CheckInput, ChoiceCards, SelectInput } from '../../ui/field';
import { languageName, trackTitle } from '../../ui/languages';
import { Progress } from '../../ui/progress';
import { useWayOut, type WayOut } from '../names/index';
import './review.css';

const HEIGHTS = ['180', '240', '360', '480'] as const;
/** The page itself and texts, in bytes; a film's texts are small beside it. */
const PAGE_BYTES = 600_000;

type Phase =
  | { readonly step: 'choose' }
  | { readonly step: 'making'; readonly jobId: string | null }
  | { readonly step: 'done'; readonly file: FileInfo };

/** What goes into a packet, how large it will be, and writing it. */
export function PacketDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const [choice, setChoice] = useChoice();
  const out = useWayOut();
  const { phase, make, stop } = usePacketJob(choice, out);
  const jobId = phase.step === 'making' ? phase.jobId : null;
  const progress = useJobs((state) => (jobId === null ? null : (state.jobs.get(jobId)?.progress ?? null)));
  const leave = () => {
    if (phase.step === 'making') notify('info', t('review.packetGoesOn'));
    onClose();
  };
  const hasSomething = choice.trackIds.length > 0 || choice.transcript;
  return (
    <ModalDialog
      title={t('review.packetTitle')}
      lead={t('review.packetLead')}
      onClose={leave}
      footer={
        phase.step === 'done' ? (
          <Button variant="primary" onPress={onClose}>
            {t('app.close')}
          </Button>
        ) : (
          <>
            <Button onPress={phase.step === 'making' ? stop : onClose}>{t('app.cancel')}</Button>
            <Button variant="primary" isDisabled={phase.step === 'making' || !hasSomething} onPress={make}>
              {t('review.packetSave')}
            </Button>
          </>
        )
      }
    >
      {phase.step === 'making' && <Progress label={t('review.packetMaking')} value={progress} />}
      {phase.step === 'done' && <p role="status">{doneText(t, phase.file)}</p>}
      {phase.step === 'choose' && (
        <>
          {out.problem}
          <Choices choice={choice} setChoice={setChoice} />
        </>
      )}
    </ModalDialog>
  );
}

type SetChoice = (part: Partial<PacketChoice>) => void;

function useChoice(): [PacketChoice, SetChoice] {
  const project = useDocument((state) => state.project);
  const shown = useSession((state) => state.activeTrackId);
  const [{ language, ...choice }, setChoice] = useState<
    Omit<PacketChoice, 'language'> & Partial<PacketChoice>
  >(() => {
    const track = project.tracks.find(({ id }) => id === shown) ?? project.tracks[0];
    return {
      trackIds: track ? [track.id] : [],
      transcript: project.paragraphs.length > 0,
      media: 'none',
      height: 240,
    };
  });
  // Until the person chooses one, the page speaks the language of the first track that is ticked.
  const first = project.tracks.find(({ id }) => choice.trackIds.includes(id));
  return [
    { ...choice, language: language ?? packetLanguageFor(first?.language ?? project.meta.language) },
    (part) => setChoice((before) => ({ ...before, ...part })),
  ];
}

function Choices({ choice, setChoice }: { readonly choice: PacketChoice; readonly setChoice: SetChoice }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const media = useDocument((state) => state.media);
  const durationMs = media.info?.durationMs ?? 0;
  const sizeOf = (kind: PacketChoice['media'], height: number) => {
    const bytes = kind === 'none' ? 0 : mostSmallCopyBytes({ kind, height }, durationMs);
    return formatBytes(PAGE_BYTES + (bytes * 4) / 3);
  };
  const lacks = { none: false, audio: !media.info?.audio, video: !media.info?.video };
  return (
    <>
      <fieldset className="packet__tracks">
        <legend className="field__label">{t('review.packetTracks')}</legend>
        {project.tracks.map((track) => (
          <CheckInput
            key={track.id}
            label={t('review.packetTrack', {
              language: trackTitle(track, project.tracks),
              count: cuesOfTrack(project, track.id).length,
            })}
            value={choice.trackIds.includes(track.id)}
            onChange={(isChosen) =>
              setChoice({
                trackIds: isChosen
                  ? [...choice.trackIds, track.id]
                  : choice.trackIds.filter((other) => other !== track.id),
              })
            }
          />
        ))}
        <CheckInput
          label={t('review.packetTranscript')}
          value={choice.transcript}
          isDisabled={project.paragraphs.length === 0}
          onChange={(transcript) => setChoice({ transcript })}
        />
      </fieldset>
      <ChoiceCards
        label={t('review.packetMedia')}
        value={choice.media}
        options={(['none', 'audio', 'video'] as const).map((value) => ({
          value,
          label: t(`review.packetMedia.${value}`),
          help:
            media.state !== 'ok' && value !== 'none'
              ? t('review.packetNoFootage')
              : t('review.packetSize', { size: sizeOf(value, choice.height) }),
          isDisabled: value !== 'none' && (media.state !== 'ok' || lacks[value]),
        }))}
        onChange={(value) => setChoice({ media: value })}
      />
      {choice.media === 'video' && (
        <SelectInput
          label={t('review.packetHeight')}
          value={String(choice.height)}
          options={HEIGHTS.map((value) => ({
            value,
            label: t('review.packetHeightOption', { height: value, size: sizeOf('video', Number(value)) }),
          }))}
          onChange={(value) => setChoice({ height: Number(value) })}
        />
      )}
      <SelectInput
        label={t('review.packetLanguage')}
        value={choice.language}
        options={PacketLanguage.options.map((value) => ({ value, label: languageName(value) }))}
        onChange={(language) => setChoice({ language })}
      />
    </>
  );
}

/** Asks where to save, then writes the packet. It is made on when the dialog is closed: only Cancel stops it. */
function usePacketJob(choice: PacketChoice, { onFailure, override }: WayOut) {
  const t = useMessages();
  const [phase, setPhase] = useState<Phase>({ step: 'choose' });
  const isOpen = useIsOpen();
  const { title } = useDocument((state) => state.project.meta);
  const job = useDialogJob({
    onStart: (jobId) => setPhase({ step: 'making', jobId }),
    onFailure(failure) {
      if (!isOpen.current) return failure ? notify('error', failure.message) : undefined;
      onFailure(failure);
      setPhase({ step: 'choose' });
    },
    goesOn: true,
  });
  const finish = (file: FileInfo) => {
    if (isOpen.current) setPhase({ step: 'done', file });
    else notify('success', doneText(t, file));
  };
  const make = () =>
    attempt(async () => {
      const { session } = useDocument.getState();
      const target = await chooseFile('save-packet', `${fileStem(title)}.review.html`);
      if (!target || session === null) return;
      await job.run(
        async () => {
          await flushDocument();
          return getClient().call('review.packet', { session, choice, target: target.handle, override });
        },
        async (started) => finish((await jobResult(started, 'packet')).file),
      );
    });
  return { phase, make, stop: job.stop };
}

/** Whether the dialog is still there, for what comes back later. */
function useIsOpen() {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}

function doneText(t: ReturnType<typeof useMessages>, { name, sizeBytes }: FileInfo): string {
  return t('review.packetDone', { name, size: formatBytes(sizeBytes ?? 0) });
}
