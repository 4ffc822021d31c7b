import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Checkbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
}

export interface TextInputProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Set: the value is refused, and why. */
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly dir?: 'auto' | 'ltr';
  readonly isDisabled?: boolean;
  readonly onSubmit?: () => void;
}

/** A labelled line (or, `multiline`, box) of text. */
export function TextInput(props: TextInputProps) {
  const { label, help, value, onChange, error, multiline = false, rows = 6, dir = 'auto', onSubmit } = props;
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className="field__label">{label}</Label>
      {multiline ? (
        <TextArea className="field__control field__control--area" rows={rows} dir={dir} />
      ) : (
        <Input
          className="field__control"
          dir={dir}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onSubmit?.();
          }}
        />
      )}
      {help !== undefined && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
    </TextField>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly help?: string;
  readonly isDisabled?: boolean;
}

export interface ChoiceProps<V extends string> extends FieldProps {
  readonly value: V | null;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
}

/** One of several, in a menu that opens. */
export function SelectInput<V extends string>({ label, help, value, options, onChange }: ChoiceProps<V>) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className="field__label">{label}</Label>
      <Button className="field__control field__control--select">
        <SelectValue className="field__value">
          {({ selectedText }) =>
            selectedText ?? options.find((option) => option.value === value)?.label ?? ''
          }
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {help !== undefined && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
      <Popover className="popover">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="menu__item"
              isDisabled={option.isDisabled ?? false}
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** One of a few, all visible, each with a line that explains it. */
export function ChoiceCards<V extends string>({ label, help, value, options, onChange }: ChoiceProps<V>) {
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className="field__label">{label}</Label>
      <div className="cards">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="card"
            isDisabled={option.isDisabled ?? false}
          >
            <span className="card__title">{option.label}</span>
            {option.help !== undefined && <span className="card__help">{option.help}</span>}
          </Radio>
        ))}
      </div>
      {help !== undefined && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
    </RadioGroup>
  );
}

export interface CheckProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Yes or no. */
export function CheckInput({ label, value, onChange, isDisabled = false }: CheckProps) {
  return (
    <Checkbox className="checkbox" isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <span className="checkbox__box" aria-hidden>
        {value && <Check size={12} />}
      </span>
      {label}
    </Checkbox>
  );
}
