import { useMessages } from '../../app/messages';
import { CheckInput, ChoiceCards, SelectInput, TextInput } from '../../ui/field';
import { LanguageInput } from '../../ui/language-input';
import type { Field, FormValues } from './operation';

export interface FieldControlsProps {
  readonly fields: readonly Field[];
  readonly values: FormValues;
  readonly wrong: { readonly wrong: string; readonly problem: string } | null;
  readonly onChange: (name: string, value: string | boolean) => void;
}

/** More than these are a list that opens. */
const MOST_CARDS = 4;

/** The fields of an operation, each by its kind. */
export function FieldControls({ fields, values, wrong, onChange }: FieldControlsProps) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      error={wrong?.wrong === field.name ? wrong.problem : undefined}
      onChange={(value) => onChange(field.name, value)}
    />
  ));
}

interface OneFieldProps {
  readonly field: Field;
  readonly value: string | boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string | boolean) => void;
}

function OneField({ field, value, error, onChange }: OneFieldProps) {
  const t = useMessages();
  const label = t(field.labelKey);
  const help = field.helpKey === undefined ? {} : { help: t(field.helpKey) };
  const text = String(value);
  if (field.control === 'check')
    return <CheckInput label={label} value={value === true} onChange={onChange} />;
  if (field.control === 'language') return <LanguageInput label={label} value={text} onChange={onChange} />;
  if (field.control === 'choice') {
    const options = (field.options ?? []).map((option) => ({
      value: option.value,
      label: option.labelKey === undefined ? option.value : t(option.labelKey),
    }));
    const Choice = options.length > MOST_CARDS ? SelectInput : ChoiceCards;
    return <Choice label={label} {...help} value={text} options={options} onChange={onChange} />;
  }
  return (
    <TextInput
      label={label}
      {...help}
      value={text}
      error={error}
      onChange={onChange}
      dir={field.control === 'text' ? 'auto' : 'ltr'}
    />
  );
}
