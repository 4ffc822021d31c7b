import { useState } from 'react';
import { fileStem } from '../../app/project-actions';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt } from '../../state/notices';
import { cuesOfTrack, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards, SelectInput } from '../../ui/field';
import { languageName } from '../../ui/languages';
import { ExportProgress } from './export-progress';
import { FileOptions } from './file-options';
import {
  exportName,
  OTHER_FORMATS,
  smallerHeights,
  subtitleFormat,
  subtitleOptions,
  transcriptFormat,
  USUAL_FORMATS,
  type Encoding,
  type ExportFormat,
} from './model';
import { resetExport, runExport, useExport } from './run-export';
import { useLimits } from './use-limits';
import './export.css';

/** Writes one track as a subtitle file or into the picture. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const phase = useExport((state) => state.phase);
  return phase.step === 'choose' ? (
    <ExportForm failure={phase.failure?.message ?? null} onClose={onClose} />
  ) : (
    <ExportProgress
      phase={phase}
      onAnother={resetExport}
      onClose={() => {
        if (phase.step === 'done') resetExport();
        onClose();
      }}
    />
  );
}

interface FormProps {
  readonly failure: string | null;
  readonly onClose: () => void;
}

function ExportForm({ failure, onClose }: FormProps) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const media = useDocument((state) => state.media);
  const shownTrack = useSession((state) => state.activeTrackId);
  const [last] = useState(() => useExport.getState().last);
  const [format, setFormat] = useState<ExportFormat>(last?.format ?? 'srt');
  const [trackId, setTrackId] = useState(
    () => (trackById(project, shownTrack) ?? project.tracks[0])?.id ?? null,
  );
  const [height, setHeight] = useState(String(last?.height ?? 'source'));
  const track = trackById(project, trackId);
  const hasCues = cuesOfTrack(project, trackId).length > 0;
  const heights = smallerHeights(media.info);
  const [speakers, setSpeakers] = useState(last?.options.speakers ?? false);
  const [encoding, setEncoding] = useState<Encoding>('utf8');
  const options = subtitleOptions(speakers, encoding);
  const usual = USUAL_FORMATS.find((value) => value === format) ?? 'other';
  const isTranscript = transcriptFormat(format) !== null;
  const canExport = isTranscript ? project.paragraphs.length > 0 : hasCues;
  const limits = useLimits(hasCues ? trackId : null, subtitleFormat(format), options);
  const noPicture = media.state !== 'ok' || !media.info?.video;

  const start = () =>
    attempt(async () => {
      const exported = isTranscript ? project.meta : track;
      if (!exported) return;
      const purpose = isTranscript ? 'save-transcript' : format === 'mp4' ? 'save-video' : 'save-subtitles';
      const target = await chooseFile(purpose, exportName(fileStem(project.meta.title), exported, format));
      if (!target) return;
      const pixels = format === 'mp4' && heights.includes(Number(height)) ? Number(height) : null;
      await runExport({ trackId: track?.id ?? '', format, options, height: pixels, target });
    });

  return (
    <ModalDialog
      title={t('export.title')}
      lead={t('export.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={start} isDisabled={!canExport}>
            {t('export.choosePlace')}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <div role="alert">
          <Banner tone="danger">{failure}</Banner>
        </div>
      )}
      <ChoiceCards
        label={t('export.format')}
        value={usual}
        options={[...USUAL_FORMATS, 'other' as const].map((value) => ({
          value,
          label: t(`export.format.${value}`),
          help: t(value === 'mp4' && noPicture ? 'export.noPicture' : `export.formatHelp.${value}`),
          isDisabled: value === 'mp4' && noPicture,
        }))}
        onChange={(value) => setFormat(value === 'other' ? (OTHER_FORMATS[0] ?? 'ass') : value)}
      />
      {usual === 'other' && (
        <SelectInput
          label={t('export.otherFormat')}
          value={format}
          options={OTHER_FORMATS.map((value) => ({ value, label: t(`export.format.${value}`) }))}
          onChange={setFormat}
        />
      )}
      {!isTranscript && project.tracks.length > 0 && (
        <SelectInput
          label={t('export.track')}
          value={trackId}
          options={project.tracks.map((candidate) => ({
            value: candidate.id,
            label: t('export.trackOption', {
              language: languageName(candidate.language),
              count: cuesOfTrack(project, candidate.id).length,
            }),
          }))}
          onChange={setTrackId}
        />
      )}
      {format === 'mp4' && (
        <SelectInput
          label={t('export.height')}
          value={heights.includes(Number(height)) ? height : 'source'}
          options={[
            {
              value: 'source',
              label: t('export.heightSource', { height: String(media.info?.video?.displayHeight ?? '') }),
            },
            ...heights.map((pixels) => ({
              value: String(pixels),
              label: t('export.heightPixels', { height: String(pixels) }),
            })),
          ]}
          onChange={setHeight}
        />
      )}
      <FileOptions
        format={format}
        speakers={speakers}
        encoding={encoding}
        limits={limits}
        onSpeakers={setSpeakers}
        onEncoding={setEncoding}
      />
      {!hasCues && !isTranscript && (
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
    </ModalDialog>
  );
}
