import type { ExportPlan } from '../../../shared/domain/export';
import { LoudnessTarget } from '../../../shared/domain/video-output';
import { HOLDS } from '../../../shared/formats/document/holds';
import { useMessages } from '../../app/messages';
import { fitOtherwise, fittingOf } from '../../state/delivery';
import { useDocument } from '../../state/document';
import { CheckInput, SelectInput } from '../../ui/field';
import { languageName } from '../../ui/languages';
import { ENCODINGS, LINE_ENDS, smallerHeights, type FileChoices } from './outputs';

export interface FileChoicesProps {
  readonly plan: ExportPlan | null;
  readonly choices: FileChoices;
  readonly onChange: (choices: FileChoices) => void;
}

const KEPT = [
  { id: 'left', focusX: 0 },
  { id: 'middle', focusX: 0.5 },
  { id: 'right', focusX: 1 },
] as const;
/** Some other place, dragged or set in the style panel. */
const CHOSEN = 'chosen';

function keptPart(focusX: number): (typeof KEPT)[number]['id'] | typeof CHOSEN {
  return KEPT.find((part) => part.focusX === focusX)?.id ?? CHOSEN;
}

/** What may be chosen about the files of a plan: only what makes a difference to one of them. */
export function FileChoicesForm({ plan, choices, onChange }: FileChoicesProps) {
  const t = useMessages();
  const outputs = plan?.outputs ?? [];
  const naming = outputs.some(
    (output) =>
      output.kind === 'transcript' || (output.kind === 'subtitles' && HOLDS[output.format].speakers),
  );
  const coded = outputs.some(
    (output) => output.kind === 'subtitles' && ['srt', 'ass', 'sbv', 'csv', 'tsv'].includes(output.format),
  );
  const ended = outputs.some((output) => output.kind === 'subtitles' && output.format !== 'stl');
  const muxed = outputs.some((output) => output.kind === 'video' && output.delivery === 'mux');
  const tracks = useDocument((state) => state.project.tracks);
  // Two tracks in one language are forced together.
  const chosen = muxed ? tracks.filter(({ id }) => plan?.tracks.includes(id)) : [];
  const languages = [...new Set(chosen.map(({ language }) => language))];
  const framed = outputs.some((output) => output.kind === 'video' && output.framing !== undefined);
  const fitting = useDocument(({ project }) => fittingOf(project));
  const own = useDocument((state) => state.media.info?.video?.displayHeight ?? 0);
  const heights = smallerHeights(own);
  const encoded = outputs.some((output) => output.kind === 'video' && output.delivery !== 'overlay');
  const plain = outputs.some(
    (output) =>
      output.kind === 'video' &&
      output.preset === null &&
      output.delivery === 'burn-in' &&
      output.container === 'mp4' &&
      output.codec === undefined &&
      output.height === null,
  );
  const sized =
    heights.length > 0 &&
    outputs.some(
      (output) => output.kind === 'video' && output.preset === null && output.delivery === 'burn-in',
    );
  if (!naming && !ended && !framed && !sized && !encoded && languages.length === 0) return null;
  return (
    <div className="export__choices">
      {naming && (
        <SelectInput
          label={t('export.speakers')}
          value={choices.speakers ? 'yes' : 'no'}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`export.speakers.${value}`) }))}
          onChange={(value) => onChange({ ...choices, speakers: value === 'yes' })}
        />
      )}
      {coded && (
        <SelectInput
          label={t('export.encoding')}
          value={choices.encoding}
          options={ENCODINGS.map((value) => ({ value, label: t(`export.encoding.${value}`) }))}
          onChange={(encoding) => onChange({ ...choices, encoding })}
        />
      )}
      {ended && (
        <SelectInput
          label={t('export.lineEnd')}
          value={choices.lineEnd}
          options={LINE_ENDS.map((value) => ({ value, label: t(`export.lineEnd.${value}`) }))}
          onChange={(lineEnd) => onChange({ ...choices, lineEnd })}
        />
      )}
      {sized && (
        <SelectInput
          label={t('export.height')}
          value={String(choices.height ?? 'source')}
          options={[
            { value: 'source', label: t('export.heightSource', { height: String(own) }) },
            ...heights.map((height) => ({
              value: String(height),
              label: t('export.heightPixels', { height: String(height) }),
            })),
          ]}
          onChange={(value) => onChange({ ...choices, height: value === 'source' ? null : Number(value) })}
        />
      )}
      {framed && (
        <SelectInput
          label={t('export.fit')}
          value={fitting.fit}
          options={(['crop', 'pad', 'blur'] as const).map((value) => ({
            value,
            label: t(`export.fit.${value}`),
          }))}
          onChange={(fit) => fitOtherwise({ fit })}
        />
      )}
      {framed && fitting.fit === 'crop' && (
        <SelectInput
          label={t('export.focus')}
          value={keptPart(fitting.focusX)}
          options={[
            ...KEPT.map(({ id }) => ({ value: id, label: t(`export.focus.${id}`) })),
            ...(keptPart(fitting.focusX) === CHOSEN
              ? [
                  {
                    value: CHOSEN,
                    label: t('export.focus.chosen', { percent: Math.round(fitting.focusX * 100) }),
                  },
                ]
              : []),
          ]}
          onChange={(id) => {
            const part = KEPT.find((one) => one.id === id);
            if (part) fitOtherwise({ focusX: part.focusX });
          }}
        />
      )}
      {encoded && (
        <SelectInput
          label={t('export.loudness')}
          value={choices.loudness}
          options={LoudnessTarget.options.map((value) => ({ value, label: t(`export.loudness.${value}`) }))}
          onChange={(loudness) => onChange({ ...choices, loudness })}
        />
      )}
      {encoded && (
        <div className="export__group">
          <CheckInput
            label={t('export.hardware')}
            value={choices.hardware}
            onChange={(hardware) => onChange({ ...choices, hardware })}
          />
          {plain && (
            <CheckInput
              label={t('export.smart')}
              value={choices.smart}
              onChange={(smart) => onChange({ ...choices, smart })}
            />
          )}
        </div>
      )}
      {languages.length > 0 && (
        <fieldset className="export__forced">
          <legend className="export__heading">{t('export.forced')}</legend>
          <p className="export__hint">{t('export.forcedHelp')}</p>
          {languages.map((language) => (
            <CheckInput
              key={language}
              label={languageName(language)}
              value={choices.forced.includes(language)}
              onChange={(isOn) =>
                onChange({
                  ...choices,
                  forced: [...choices.forced.filter((one) => one !== language), ...(isOn ? [language] : [])],
                })
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
