import { ProgressBar } from 'react-aria-components';
import './progress.css';

/** How far something is, 0 to 1; null while it cannot be told. */
export function Progress({ label, value }: { readonly label: string; readonly value: number | null }) {
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      minValue={0}
      maxValue={1}
      {...(value === null ? { isIndeterminate: true } : { value })}
    >
      <div
        className={value === null ? 'progress__bar progress__bar--unknown' : 'progress__bar'}
        style={value === null ? undefined : { inlineSize: `${value * 100}%` }}
      />
    </ProgressBar>
  );
}
