import { setSpeakerColour } from '../../../shared/edits/speaker';
import { speakerColour } from '../../../shared/style/speakers';
import { useMessages } from '../../app/messages';
import { beginGesture, previewGesture, useDocument } from '../../state/document';
import { CheckInput, SelectInput } from '../../ui/field';
import { changeStyle } from './actions';
import { StyleColour } from './controls';
import { Part, type PartProps } from './part';

const LABELS = ['none', 'changes', 'always'] as const;

function previewColour(id: string, colour: string): void {
  if (useDocument.getState().gesture || beginGesture()) previewGesture(setSpeakerColour, { id, colour });
}

/** Colours and names that tell speakers apart. */
export function SpeakerFields({ style, isDisabled }: PartProps) {
  const t = useMessages();
  const speakers = useDocument((state) => state.project.speakers);
  return (
    <Part title={t('styles.speakers')}>
      <CheckInput
        label={t('styles.speakerColours')}
        value={style.speakerColours === true}
        isDisabled={isDisabled}
        onChange={(isOn) => changeStyle({ speakerColours: isOn ? true : undefined })}
      />
      <SelectInput
        label={t('styles.speakerLabels')}
        value={style.speakerLabels ?? 'none'}
        options={LABELS.map((value) => ({ value, label: t(`styles.speakerLabels.${value}`), isDisabled }))}
        onChange={(value) => changeStyle({ speakerLabels: value === 'none' ? undefined : value })}
      />
      {style.speakerColours === true &&
        speakers.map(({ id, name }) => (
          <StyleColour
            key={id}
            label={t('styles.speakerColour', { name })}
            value={speakerColour(speakers, id) ?? '#FFFFFF'}
            isDisabled={isDisabled}
            onPreview={(colour) => previewColour(id, colour)}
          />
        ))}
    </Part>
  );
}
