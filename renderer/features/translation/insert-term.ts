/** Putting the glossary's words into the translation by a key. */
import type { Cue } from '../../../shared/domain/track';
import { setCueText } from '../../../shared/edits/cue';
import { mendCue } from '../../../shared/edits/translation';
import type { Selected } from '../../../shared/text/italics';
import { upstreamText } from '../../../shared/translation/upstream';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { useGlossary } from '../../state/glossary';
import { cueById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { caretIn, changeTyped } from '../cues/index';
import { gapBetween } from '../../../shared/text/unspaced';

/** The agreed words for what a cue renders that a text lacks, in the order of the source; none without a glossary. */
export function termsLacking(cue: Cue, text: string): readonly string[] {
  const { trackId, finder } = useGlossary.getState();
  if (!finder || trackId !== cue.trackId) return [];
  const source = upstreamText(useDocument.getState().project, [cue])(cue) ?? '';
  return finder.find(source, text).flatMap(({ target, isUsed }) => (isUsed === false ? [target] : []));
}

/** The text with a word at the caret, or in place of what is selected, parted from its neighbours. */
export function withWord({ text, start, end }: Selected, word: string): Selected {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const whole =
    (/(?:^|[\s(«“"'-])$/u.test(before) ? '' : gapBetween(before, word)) +
    word +
    (/^[\p{L}\p{N}]/u.test(after) ? gapBetween(word, after) : '');
  const at = before.length + whole.length;
  return { text: before + whole + after, start: at, end: at };
}

function selected(): Cue | null {
  return cueById(useDocument.getState().project, useSession.getState().anchorCueId);
}

/** Whether the selected cue is a translation for which the glossary has something. */
export function hasTerms(): boolean {
  const cue = selected();
  return cue !== null && termsLacking(cue, '').length > 0;
}

/** Inserts the first agreed word that the selected cue lacks: where it is typed in, at the caret, else at its end. */
export function insertTerm(): void {
  const cue = selected();
  if (!cue) return;
  let word: string | undefined;
  const inserted = (typed: Selected): Selected => {
    [word] = termsLacking(cue, typed.text);
    return word === undefined ? typed : withWord(typed, word);
  };
  if (caretIn(cue.id) !== null) changeTyped(inserted);
  else {
    const { text } = inserted({ text: cue.text, start: cue.text.length, end: cue.text.length });
    if (text !== cue.text) run(cue.stale ? mendCue : setCueText, { id: cue.id, text });
  }
  announce(word === undefined ? t('memory.noTermLeft') : t('memory.termInserted', { word }));
}
