import { CheckCard } from '../check-words/index';
import { TranscriptPanel } from '../transcript/index';

/** The transcript, under what of it is to be checked while the person checks. */
export function TranscriptSide() {
  return (
    <div className="editor__transcript">
      <CheckCard />
      <TranscriptPanel />
    </div>
  );
}
