import { useEffect, useState } from 'react';
import type { Id } from '../../../shared/domain/common';
import type { Cue } from '../../../shared/domain/track';
import { cueAt } from '../../state/cue-at';
import { followPlayhead } from '../../state/playback';

/** The cue on screen at the playhead; renders only when that becomes another one. `cues` by start. */
export function useCurrentCue(cues: readonly Cue[]): Id | null {
  const [current, setCurrent] = useState<Id | null>(null);
  useEffect(() => followPlayhead((ms) => setCurrent(cueAt(cues, ms)?.id ?? null)), [cues]);
  return current;
}
