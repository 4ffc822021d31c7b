import { useMessages } from '../../app/messages';
import { CheckInput } from '../../ui/field';
import { GROUPS, OUTPUT_CHOICES } from './outputs';

export interface OutputPickerProps {
  readonly chosen: ReadonlySet<string>;
  /** Whether videos can be made. */
  readonly hasPicture: boolean;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Every output there is, by kind, to tick. */
export function OutputPicker({ chosen, hasPicture, onChange }: OutputPickerProps) {
  const t = useMessages();
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <>
      {GROUPS.map((group) => {
        const needsPicture = group === 'video' || group === 'platform';
        return (
          <fieldset key={group} className="export__group">
            <legend className="export__heading">{t(`export.group.${group}`)}</legend>
            {needsPicture && !hasPicture && <p className="export__hint">{t('export.noPicture')}</p>}
            {OUTPUT_CHOICES.filter((choice) => choice.group === group).map(({ id, name, label }) => (
              <CheckInput
                key={id}
                label={name ?? t(label)}
                value={chosen.has(id)}
                isDisabled={needsPicture && !hasPicture}
                onChange={(isOn) => toggle(id, isOn)}
              />
            ))}
          </fieldset>
        );
      })}
    </>
  );
}
