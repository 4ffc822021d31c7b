import { useState } from 'react';
import { setRedactionTimes } from '../../../shared/edits/redaction';
import { useMessages } from '../../app/messages';
import { run } from '../../state/document';
import { edgeAt } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { formatTimecode, parseTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';

/** When something is redacted: typed, or taken from the playhead. */
export function SpanFields({
  id,
  startMs,
  endMs,
  isDisabled,
}: {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isDisabled: boolean;
}) {
  const t = useMessages();
  return (
    <>
      <TimeField
        label={t('redaction.start')}
        hereLabel={t('redaction.startHere')}
        {...{ ms: startMs, isDisabled }}
        isPossible={(ms) => ms < endMs}
        onChange={(ms) => run(setRedactionTimes, { id, startMs: ms })}
      />
      <TimeField
        label={t('redaction.end')}
        hereLabel={t('redaction.endHere')}
        {...{ ms: endMs, isDisabled }}
        isPossible={(ms) => ms > startMs}
        onChange={(ms) => run(setRedactionTimes, { id, endMs: ms })}
      />
    </>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly hereLabel: string;
  readonly ms: number;
  readonly isDisabled: boolean;
  readonly isPossible: (ms: number) => boolean;
  readonly onChange: (ms: number) => void;
}

/** One step for a whole time: recorded when the field is left or Enter is pressed; Escape takes it back. */
function TimeField({ label, hereLabel, ms, isDisabled, isPossible, onChange }: TimeFieldProps) {
  const t = useMessages();
  /** What is being typed; null while nothing is. */
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? formatTimecode(ms);
  const typed = parseTimecode(text);
  const isRight = typed !== null && isPossible(typed);
  const keep = () => {
    if (draft !== null && isRight && typed !== ms) onChange(typed);
    setDraft(null);
  };
  return (
    <div className="redaction__field">
      <label>
        <span className="field__label">{label}</span>
        <input
          className="field__control numbers"
          dir="ltr"
          inputMode="decimal"
          value={text}
          disabled={isDisabled}
          aria-invalid={!isRight}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
            if (event.key === 'Escape') setDraft(null);
          }}
        />
      </label>
      <Button
        size="small"
        variant="quiet"
        isDisabled={isDisabled}
        aria-label={hereLabel}
        onPress={() => {
          const here = edgeAt(usePlayback.getState().playheadMs);
          if (isPossible(here)) onChange(here);
        }}
      >
        {t('redaction.here')}
      </Button>
    </div>
  );
}
