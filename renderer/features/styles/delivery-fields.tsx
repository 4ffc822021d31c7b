import { Fitting } from '../../../shared/domain/video-output';
import { setProjectFitting } from '../../../shared/edits/project';
import { isReshaped } from '../../../shared/video/fit-subtitles';
import { effectiveFraming } from '../../../shared/video/picture-size';
import { outputOf, platformPresets } from '../../../shared/video/presets';
import { useMessages } from '../../app/messages';
import { fitOtherwise, fittingOf, SEEN_AS, useDelivered } from '../../state/delivery';
import { beginGesture, previewGesture, useDocument } from '../../state/document';
import { setLayout } from '../../state/session';
import { SelectInput } from '../../ui/field';
import { StyleSlider } from './controls';
import { Part, type PartProps } from './part';

const FOOTAGE = 'footage';

/** Which platform's picture the player shows, and what it keeps of footage of another shape. */
export function DeliveryFields({ isDisabled }: Pick<PartProps, 'isDisabled'>) {
  const t = useMessages();
  const fitting = useDocument(({ project }) => fittingOf(project));
  const video = useDocument(({ media }) => media.info?.video);
  const shown = useDelivered();
  if (!video) return null;
  const presets = platformPresets.filter((preset) => isReshaped(outputOf(preset, fitting), video));
  const framing = shown && effectiveFraming(video, shown.output.framing);
  return (
    <Part title={t('styles.delivery')}>
      <SelectInput
        label={t('styles.seenAs')}
        value={shown?.preset.id ?? FOOTAGE}
        options={[
          { value: FOOTAGE, label: t('styles.seenAsFootage') },
          ...presets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => setLayout(SEEN_AS, id === FOOTAGE ? '' : id)}
        help={t('styles.seenAsHelp')}
      />
      {framing && (
        <SelectInput
          label={t('export.fit')}
          value={fitting.fit}
          options={Fitting.shape.fit.options.map((value) => ({
            ...{ value, label: t(`export.fit.${value}`), isDisabled },
          }))}
          onChange={(fit) => fitOtherwise({ fit })}
        />
      )}
      {framing?.fit === 'crop' &&
        (['focusX', 'focusY'] as const).map((axis) => (
          <StyleSlider
            key={axis}
            label={t(`styles.${axis}`)}
            value={Math.round(fitting[axis] * 100)}
            {...{ min: 0, max: 100, step: 1, isDisabled }}
            onPreview={(percent) => previewFocus({ [axis]: percent / 100 })}
          />
        ))}
    </Part>
  );
}

/** Part of a gesture: the picture follows, and `commitGesture` makes one step of all. */
function previewFocus(change: Partial<Fitting>): void {
  const { gesture, project } = useDocument.getState();
  if (!gesture && !beginGesture()) return;
  previewGesture(setProjectFitting, { fitting: { ...fittingOf(project), ...change } });
}
