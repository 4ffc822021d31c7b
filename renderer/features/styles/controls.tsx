import { useEffect, useId, useRef, type RefObject } from 'react';
import { cancelGesture, commitGesture } from '../../state/document';

interface ControlProps<V> {
  readonly label: string;
  readonly value: V;
  readonly isDisabled: boolean;
  /** Called again and again while the person moves; the gesture becomes one step when they let go. */
  readonly onPreview: (value: V) => void;
}

/** Ends the gesture where the element says it is done, drops it on Escape. */
function useGestureEnd(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    const commit = () => void commitGesture();
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancelGesture();
    };
    // React's onChange is the browser's `input`; its `change` comes when a drag ends, a key was pressed or the picker closed.
    element.addEventListener('change', commit);
    element.addEventListener('blur', commit);
    element.addEventListener('keydown', escape);
    return () => {
      element.removeEventListener('change', commit);
      element.removeEventListener('blur', commit);
      element.removeEventListener('keydown', escape);
    };
  }, [input]);
}

export interface StyleSliderProps extends ControlProps<number> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A number to drag, with its figure. */
export function StyleSlider({ label, value, min, max, step, isDisabled, onPreview }: StyleSliderProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useGestureEnd(input);
  const share = `${((value - min) / (max - min)) * 100}%`;
  return (
    <div className="styles__control">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <output className="styles__figure numbers" htmlFor={id}>
        {figure(value)}
      </output>
      <input
        ref={input}
        id={id}
        className="slider styles__slider"
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={isDisabled}
        style={{ '--done': share } as React.CSSProperties}
        onChange={(event) => onPreview(Number(event.currentTarget.value))}
      />
    </div>
  );
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** A colour to pick. */
export function StyleColour({ label, value, isDisabled, onPreview }: ControlProps<string>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useGestureEnd(input);
  return (
    <div className="styles__control styles__control--colour">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className="styles__colour"
        type="color"
        value={value.toLowerCase()}
        disabled={isDisabled}
        onChange={(event) => onPreview(event.currentTarget.value.toUpperCase())}
      />
    </div>
  );
}
