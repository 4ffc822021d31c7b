import { useId } from 'react';
import './range-input.css';

export interface RangeInputProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number to drag or step by arrow keys, with its figure. */
export function RangeInput({ label, value, min, max, step, onChange }: RangeInputProps) {
  const id = useId();
  const share = `${((value - min) / (max - min)) * 100}%`;
  return (
    <div className="range">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <output className="range__figure numbers" htmlFor={id}>
        {value.toLocaleString('en', { maximumFractionDigits: 1 })}
      </output>
      <input
        id={id}
        className="slider range__slider"
        type="range"
        {...{ min, max, step }}
        value={value}
        style={{ '--done': share } as React.CSSProperties}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
