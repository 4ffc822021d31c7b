import { useMemo, useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import { NO_BRANDING } from '../../../shared/domain/branding';
import { Framing } from '../../../shared/domain/video-output';
import {
  chosenRange,
  clipPieces,
  movedRange,
  spanOfRange,
  type PieceRange,
} from '../../../shared/video/pieces';
import { platformPresets, presetById } from '../../../shared/video/presets';
import { useMessages } from '../../app/messages';
import { fileStem } from '../../app/project-actions';
import { useBranding } from '../../state/campaign-branding';
import { fitOtherwise, fittingOf } from '../../state/delivery';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt } from '../../state/notices';
import { usePlayback } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import { showDialog, useSession } from '../../state/session';
import { formatClock, formatSeconds } from '../../state/timecode';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { SelectInput, TextInput } from '../../ui/field';
import { trackTitle } from '../../ui/languages';
import { BrandingChoice } from '../branding/index';
import {
  choose,
  DeliveredStills,
  FolderChoice,
  haveSeenParts,
  PlanReport,
  startExport,
  useExport,
  usePlanCheck,
} from '../export/index';
import { overrideBy } from '../names/index';
import { clipName, clipPlan } from './clip-plan';
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
  const fitting = fittingOf(project);
  const tracks = project.tracks.filter(({ id }) => cuesOfTrack(project, id).length > 0);
  const branding = useBranding((state) => state.branding);
  const { folder, seenParts } = useExport();
  const [typedName, setTypedName] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const [track, setTrack] = useState(
    tracks.some(({ id }) => id === shownTrack) ? (shownTrack ?? NONE) : NONE,
  );
  const span = range && spanOfRange(project, pieces, range);
  const platform = presetById(preset);

  const language = tracks.find(({ id }) => id === track)?.language ?? null;
  const usualName = span && clipName(fileStem(project.meta.title), t('clip.fileName'), language, span);
  const name = typedName ?? usualName ?? '';
  const plan =
    span && name.trim() !== ''
      ? clipPlan({
          ...{ platform, fitting, span, name: name.trim() },
          trackId: track === NONE ? null : track,
          branding: isBranded ? branding : NO_BRANDING,
        })
      : null;
  const check = usePlanCheck(plan, folder);
  const file = check?.files[0];
  const hasNames = (file?.names.length ?? 0) > 0;
  const canStart =
    plan !== null &&
    file !== undefined &&
    file.problem === null &&
    check?.problem === null &&
    haveSeenParts(check, seenParts) &&
    (!hasNames || overrideBy(reason) !== null);

  const start = () =>
    attempt(async () => {
      const place = folder ?? (await chooseFile('folder'));
      if (!place || !plan) return;
      choose({ folder: place });
      setFailure(null);
      // A second click would put the clip into the queue twice.
      setStarting(true);
      const added = await startExport(plan, place, hasNames ? overrideBy(reason) : null)
        .then(
          () => true,
          (error: unknown) => (setFailure(errorData(error).message), false),
        )
        .finally(() => setStarting(false));
      if (added) showDialog('export');
    });

  return (
    <ModalDialog
      title={t('clip.title')}
      lead={t('clip.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={start} isDisabled={!canStart || isStarting}>
            {t(folder ? 'clip.start' : 'clip.startChoosing')}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <div role="alert">
          <Banner tone="danger">{failure}</Banner>
        </div>
      )}
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
          value={fitting.fit}
          options={FITS.map((value) => ({ value, label: t(`clip.fit.${value}`) }))}
          onChange={(fit) => fitOtherwise({ fit })}
        />
      )}
      <SelectInput
        label={t('clip.track')}
        value={track}
        options={[
          ...tracks.map((one) => ({ value: one.id, label: trackTitle(one, tracks) })),
          { value: NONE, label: t('clip.noSubtitles') },
        ]}
        onChange={setTrack}
      />
      <BrandingChoice value={isBranded} onChange={setBranded} />
      <TextInput label={t('clip.name')} value={name} onChange={setTypedName} dir="auto" />
      <DeliveredStills plan={plan} />
      <FolderChoice />
      <PlanReport check={check} reason={reason} onReason={setReason} />
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
