import { useMemo, useState } from 'react';
import { NO_BRANDING } from '../../../shared/domain/branding';
import { Framing } from '../../../shared/domain/video-output';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import {
  chosenRange,
  clipPieces,
  movedRange,
  spanOfRange,
  type PieceRange,
} from '../../../shared/video/pieces';
import { outputOf, platformPresets, presetById } from '../../../shared/video/presets';
import { useMessages } from '../../app/messages';
import { fileStem } from '../../app/project-actions';
import { useBranding } from '../../state/campaign-branding';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt } from '../../state/notices';
import { usePlayback } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { formatClock, formatSeconds } from '../../state/timecode';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { SelectInput } from '../../ui/field';
import { languageName } from '../../ui/languages';
import { BrandingChoice } from '../branding/index';
import { runClip } from './run-clip';
import { useClipChoice } from './selection';
import './clip.css';

const NONE = 'none';
const FITS = Framing.shape.fit.options;

/** Sentences of the transcript as a video of their own. */
export function ClipDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const shownTrack = useSession((state) => state.activeTrackId);
  const pieces = useMemo(() => clipPieces(project, shownTrack), [project, shownTrack]);
  const [range, setRange] = useState<PieceRange | null>(() =>
    chosenRange(pieces, useClipChoice.getState().ids, usePlayback.getState().playheadMs),
  );
  const [preset, setPreset] = useState<string>(NONE);
  const [isBranded, setBranded] = useState(true);
  const [fit, setFit] = useState<Framing['fit']>('crop');
  const tracks = project.tracks.filter(({ id }) => cuesOfTrack(project, id).length > 0);
  const [track, setTrack] = useState(
    tracks.some(({ id }) => id === shownTrack) ? (shownTrack ?? NONE) : NONE,
  );
  const span = range && spanOfRange(project, pieces, range);
  const platform = presetById(preset);

  const start = () =>
    attempt(async () => {
      if (!span) return;
      const base = platform ? outputOf(platform) : PLAIN_BURN_IN;
      const { framing } = base;
      const output = {
        ...base,
        delivery: track === NONE ? ('none' as const) : base.delivery,
        ...(framing ? { framing: { ...framing, fit } } : {}),
      };
      const name = `${fileStem(project.meta.title)}.${t('clip.fileName')}.${output.container}`;
      const target = await chooseFile('save-video', name);
      if (!target) return;
      onClose();
      const branding = isBranded ? useBranding.getState().branding : NO_BRANDING;
      await runClip({ output, trackId: track === NONE ? null : track, span, branding, target });
    });

  return (
    <ModalDialog
      title={t('clip.title')}
      lead={t('clip.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={start} isDisabled={!span}>
            {t('clip.choosePlace')}
          </Button>
        </>
      }
    >
      {range && span ? (
        <>
          <blockquote className="clip__text" dir="auto" tabIndex={0} aria-label={t('clip.text')}>
            {pieces.slice(range.first, range.last + 1).map(({ text, startMs }) => (
              <span key={startMs}>{text} </span>
            ))}
          </blockquote>
          <p className="clip__span" role="status">
            {t('clip.span', {
              start: formatClock(span.startMs),
              end: formatClock(span.endMs),
              seconds: formatSeconds(span.endMs - span.startMs),
            })}
          </p>
          <RangeButtons range={range} count={pieces.length} onChange={setRange} />
        </>
      ) : (
        <Banner tone="warning">{t('clip.nothing')}</Banner>
      )}
      <SelectInput
        label={t('clip.preset')}
        value={preset}
        options={[
          { value: NONE, label: t('clip.presetNone') },
          ...platformPresets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setPreset}
      />
      {platform?.settings.aspect && (
        <SelectInput
          label={t('clip.fit')}
          value={fit}
          options={FITS.map((value) => ({ value, label: t(`clip.fit.${value}`) }))}
          onChange={setFit}
        />
      )}
      <SelectInput
        label={t('clip.track')}
        value={track}
        options={[
          ...tracks.map(({ id, language }) => ({ value: id, label: languageName(language) })),
          { value: NONE, label: t('clip.noSubtitles') },
        ]}
        onChange={setTrack}
      />
      <BrandingChoice value={isBranded} onChange={setBranded} />
    </ModalDialog>
  );
}

interface RangeButtonsProps {
  readonly range: PieceRange;
  readonly count: number;
  readonly onChange: (range: PieceRange) => void;
}

function RangeButtons({ range, count, onChange }: RangeButtonsProps) {
  const t = useMessages();
  const step = (end: keyof PieceRange, by: 1 | -1, label: string) => {
    const moved = movedRange(range, end, by, count);
    const isStuck = moved.first === range.first && moved.last === range.last;
    return (
      <Button size="small" isDisabled={isStuck} onPress={() => onChange(moved)}>
        {label}
      </Button>
    );
  };
  return (
    <div className="clip__steps" role="group" aria-label={t('clip.steps')}>
      {step('first', -1, t('clip.beginEarlier'))}
      {step('first', 1, t('clip.beginLater'))}
      {step('last', -1, t('clip.endEarlier'))}
      {step('last', 1, t('clip.endLater'))}
    </div>
  );
}
