import { useEffect, useId, useRef, type RefObject } from 'react';
import { cancelGesture, commitGesture } from '../../state/document';
import { RangeInput } from '../../ui/range-input';

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
export function StyleSlider({ onPreview, ...range }: StyleSliderProps) {
  const input = useRef<HTMLInputElement>(null);
  useGestureEnd(input);
  return <RangeInput ref={input} {...range} onChange={onPreview} />;
}

/** A colour to pick. */
export function StyleColour({ label, value, isDisabled, onPreview }: ControlProps<string>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useGestureEnd(input);
  return (
    <div className="styles__control">
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
