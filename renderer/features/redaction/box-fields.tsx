import { useState } from 'react';
import type { CoverRedaction, RedactionBox } from '../../../shared/domain/redaction';
import { boxAt } from '../../../shared/redaction/cover';
import { useMessages } from '../../app/messages';
import { edgeAt } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { placeHere } from './actions';

const SIDES = ['x', 'y', 'width', 'height'] as const;
const toPercent = (share: number) => String(Number((share * 100).toFixed(2)));

/** Where a cover is on the picture on screen, in percent of it; a change sets a key position there. */
export function BoxFields({
  cover,
  isDisabled,
}: {
  readonly cover: CoverRedaction;
  readonly isDisabled: boolean;
}) {
  const t = useMessages();
  const playheadMs = usePlayback((state) => (state.playing ? null : state.playheadMs));
  const box = boxAt(cover.keys, edgeAt(playheadMs ?? usePlayback.getState().playheadMs));
  return (
    <>
      {SIDES.map((side) => (
        <ShareField
          key={side}
          label={t(`redaction.box.${side}`)}
          share={box[side]}
          isDisabled={isDisabled}
          onChange={(share) => placeHere({ ...box, [side]: share } satisfies RedactionBox)}
        />
      ))}
    </>
  );
}

function ShareField({
  label,
  share,
  isDisabled,
  onChange,
}: {
  readonly label: string;
  readonly share: number;
  readonly isDisabled: boolean;
  readonly onChange: (share: number) => void;
}) {
  /** What is being typed; null while nothing is. */
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? toPercent(share);
  const keep = () => {
    const typed = Number(text.replace(',', '.'));
    if (draft !== null && text.trim() !== '' && Number.isFinite(typed)) onChange(typed / 100);
    setDraft(null);
  };
  return (
    <label className="redaction__field">
      <span className="field__label">{label}</span>
      <input
        className="field__control numbers"
        type="number"
        min={0}
        max={100}
        step={0.5}
        dir="ltr"
        value={text}
        disabled={isDisabled}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </label>
  );
}
