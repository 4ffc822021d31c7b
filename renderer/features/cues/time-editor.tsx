import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Cue } from '../../../shared/domain/track';
import { setCueTimes } from '../../../shared/edits/cue';
import { useMessages } from '../../app/messages';
import { run } from '../../state/document';
import { formatTimecode, parseTimecode } from '../../state/timecode';
import { editCue, stopEditing } from './edit-store';

export interface TimeEditorProps {
  readonly cue: Cue;
  readonly part: 'start' | 'end';
  readonly leave: () => void;
}

/** A cue's start or end while it is typed. Enter records, Tab records and goes on, Escape takes it back. */
export function TimeEditor({ cue, part, leave }: TimeEditorProps) {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => formatTimecode(part === 'start' ? cue.startMs : cue.endMs));
  const isRight = isPossible(cue, part, parseTimecode(text));

  useEffect(() => input.current?.select(), []);

  /** Records a time that fits; returns whether it did. */
  const commit = () => {
    const ms = parseTimecode(text);
    if (ms === null || !isPossible(cue, part, ms)) return false;
    run(setCueTimes, part === 'start' ? { id: cue.id, startMs: ms } : { id: cue.id, endMs: ms });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.stopPropagation();
    event.preventDefault();
    if (event.key !== 'Escape' && !commit()) return;
    if (event.key === 'Tab') return editCue(cue.id, nextPart(part, event.shiftKey));
    stopEditing();
    leave();
  };

  return (
    <input
      ref={input}
      className="cue-time-editor numbers"
      value={text}
      dir="ltr"
      inputMode="decimal"
      aria-label={part === 'start' ? t('cues.startLabel') : t('cues.endLabel')}
      aria-invalid={!isRight}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        commit();
        stopEditing();
      }}
    />
  );
}

function isPossible(cue: Cue, part: 'start' | 'end', ms: number | null): boolean {
  if (ms === null) return false;
  return part === 'start' ? ms < cue.endMs : ms > cue.startMs;
}

function nextPart(part: 'start' | 'end', isBack: boolean): 'start' | 'end' | 'text' {
  if (part === 'start') return isBack ? 'text' : 'end';
  return isBack ? 'start' : 'text';
}
