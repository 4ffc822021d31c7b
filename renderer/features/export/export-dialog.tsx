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
import { EXPORT_FORMATS, exportName, smallerHeights, type ExportFormat } from './model';
import { resetExport, runExport, useExport } from './run-export';
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
  const noPicture = media.state !== 'ok' || !media.info?.video;

  const start = () =>
    attempt(async () => {
      if (!track) return;
      const purpose = format === 'mp4' ? 'save-video' : 'save-subtitles';
      const target = await chooseFile(purpose, exportName(fileStem(project.meta.title), track, format));
      if (!target) return;
      const pixels = format === 'mp4' && heights.includes(Number(height)) ? Number(height) : null;
      await runExport({ trackId: track.id, format, height: pixels, target });
    });

  return (
    <ModalDialog
      title={t('export.title')}
      lead={t('export.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={start} isDisabled={!hasCues}>
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
        value={format}
        options={EXPORT_FORMATS.map((value) => ({
          value,
          label: t(`export.format.${value}`),
          help: t(value === 'mp4' && noPicture ? 'export.noPicture' : `export.formatHelp.${value}`),
          isDisabled: value === 'mp4' && noPicture,
        }))}
        onChange={setFormat}
      />
      {project.tracks.length > 0 && (
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
      {!hasCues && (
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
