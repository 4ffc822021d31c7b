import type { Edit, NewId } from './edit';
import { cuesOf, withTexts } from './records';
import { setParagraphText } from './transcript';

/** Gives cues and paragraphs of the transcript other texts, all in one step; each as `cue.setText` and `transcript.setParagraphText`. */
export const replaceTexts: Edit<{
  newId: NewId;
  cues: ReadonlyMap<string, string>;
  paragraphs: ReadonlyMap<string, string>;
}> = {
  command: 'text.replace',
  label: 'edit.text.replace',
  apply(project, { newId, cues, paragraphs }) {
    const inCues = withTexts(
      project,
      cuesOf(project, [...cues.keys()]),
      ({ id, text }) => cues.get(id) ?? text,
    );
    return [...paragraphs].reduce(
      (next, [id, text]) => setParagraphText.apply(next, { newId, id, text }),
      inCues,
    );
  },
};
