import { useMessages } from '../../app/messages';
import { CheckInput } from '../../ui/field';
import { NAMED_OUTPUTS } from '../../../shared/export/outputs';
import { GROUPS, labelOf } from './outputs';

export interface OutputPickerProps {
  readonly chosen: ReadonlySet<string>;
  /** Whether videos can be made. */
  readonly hasPicture: boolean;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Every output there is, by kind, to tick. */
export function OutputPicker({ chosen, hasPicture, onChange }: OutputPickerProps) {
  const t = useMessages();
  const toggle = (name: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(name);
    else next.delete(name);
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
            {NAMED_OUTPUTS.filter((output) => output.group === group).map((output) => (
              <CheckInput
                key={output.name}
                label={output.title ?? t(labelOf(output))}
                value={chosen.has(output.name)}
                isDisabled={needsPicture && !hasPicture}
                onChange={(isOn) => toggle(output.name, isOn)}
              />
            ))}
          </fieldset>
        );
      })}
    </>
  );
}
