import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import './resize-handle.css';

export interface ResizeHandleProps {
  readonly label: string;
  /** `vertical`: a line between two columns; `horizontal`: between two rows. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Share of the surrounding box that the panel takes, 0 to 1. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** True when the panel stands after the handle, so that moving back makes it larger. */
  readonly isAfter: boolean;
  readonly onChange: (value: number) => void;
  /** Where a double click brings it back to. */
  readonly initial: number;
}

/** How far one arrow key moves, as a share; with Shift five times as far. */
const STEP = 0.02;

/** A separator that pointer and arrow keys move. Its parent is the box that the share is of. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { label, orientation, value, min, max, isAfter, onChange, initial } = props;
  const start = useRef<{ readonly at: number; readonly value: number } | null>(null);
  const isVertical = orientation === 'vertical';

  const signOf = (element: HTMLElement) =>
    (isAfter ? -1 : 1) * (isVertical && getComputedStyle(element).direction === 'rtl' ? -1 : 1);
  const change = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  const at = (event: PointerEvent) => (isVertical ? event.clientX : event.clientY);

  const move = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!start.current || !box) return;
    const extent = isVertical ? box.width : box.height;
    change(
      start.current.value +
        (signOf(event.currentTarget) * (at(event) - start.current.at)) / Math.max(1, extent),
    );
  };

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEP * (event.shiftKey ? 5 : 1) * signOf(event.currentTarget);
    const next: Readonly<Record<string, number>> = {
      [isVertical ? 'ArrowLeft' : 'ArrowUp']: value - step,
      [isVertical ? 'ArrowRight' : 'ArrowDown']: value + step,
      Home: min,
      End: max,
    };
    const target = next[event.key];
    if (target === undefined) return;
    event.preventDefault();
    change(target);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value * 100)}
      aria-valuemin={Math.round(min * 100)}
      aria-valuemax={Math.round(max * 100)}
      className={`resize-handle resize-handle--${orientation}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: at(event), value };
      }}
      onPointerMove={move}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onDoubleClick={() => change(initial)}
      onKeyDown={press}
    />
  );
}
