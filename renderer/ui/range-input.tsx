import { useId, type Ref } from 'react';
import './range-input.css';

export interface RangeInputProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A number to drag or step by arrow keys, with its figure. */
export function RangeInput(props: RangeInputProps) {
  const { label, value, min, max, step, isDisabled = false, onChange, ref } = props;
  const id = useId();
  const share = `${((value - min) / (max - min)) * 100}%`;
  return (
    <div className="range">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <output className="range__figure numbers" htmlFor={id}>
        {value.toLocaleString('en', { maximumFractionDigits: 2 })}
      </output>
      <input
        ref={ref}
        id={id}
        className="slider range__slider"
        type="range"
        {...{ min, max, step }}
        value={value}
        disabled={isDisabled}
        style={{ '--done': share } as React.CSSProperties}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
