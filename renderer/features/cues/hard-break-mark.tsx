import { CornerDownLeft } from 'lucide-react';
import { useMessages } from '../../app/messages';

/** Stands behind a line whose break a person chose to stay. */
export function HardBreakMark() {
  const words = useMessages()('cues.hardBreak');
  return (
    <span className="cue__break" title={words}>
      <CornerDownLeft size={10} aria-label={words} role="img" />
    </span>
  );
}
