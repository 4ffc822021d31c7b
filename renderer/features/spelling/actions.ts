/** What the dialog and its commands do. */
import { create } from 'zustand';
import { misspelt } from '../../../shared/checks/spelling';
import { setCueText } from '../../../shared/edits/cue';
import { replaceTexts } from '../../../shared/edits/replace-texts';
import { acceptWord } from '../../../shared/edits/spelling';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { commitGesture, run, useDocument } from '../../state/document';
import { attempt, notify } from '../../state/notices';
import { seek } from '../../state/playback';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, setLayout, showDialog, useSession } from '../../state/session';
import { learnWord, SPELLING_OFF, useSpelling } from '../../state/spelling';
import { placeFrom, replacedAt, replacedEverywhere, type Place } from './model';

/** The word that is looked at; null when there is none left. */
export const useSpellingDialog = create<{ readonly place: Place | null }>()(() => ({ place: null }));

const cues = () => cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId);

function go(index: number, at: number): void {
  const { spelling } = useSpelling.getState();
  const place = spelling && placeFrom(cues(), spelling, { index, at });
  useSpellingDialog.setState({ place });
  if (!place) return;
  const cue = cueById(useDocument.getState().project, place.cueId);
  selectCue(place.cueId);
  if (cue) seek(cue.startMs, 'after');
}

/** Opens the dialog at the misspelt word under the caret (its place in the selected cue's text), or the next one from there. */
export function openSpelling(caret: number | null): void {
  commitGesture();
  const { anchorCueId } = useSession.getState();
  go(
    cues().findIndex(({ id }) => id === anchorCueId),
    caret ?? 0,
  );
  if (useSpellingDialog.getState().place) showDialog('spelling');
  else notify('info', t('spelling.nothing'));
}

/** The next misspelt word behind this one. */
export function nextWord(): void {
  const { place } = useSpellingDialog.getState();
  if (!place) return;
  const index = cues().findIndex(({ id }) => id === place.cueId);
  go(index, place.at + place.word.length + 1);
}

/** Puts another word there, as one step, and goes on. */
export function replaceWord(by: string): void {
  const { place } = useSpellingDialog.getState();
  const cue = place && cueById(useDocument.getState().project, place.cueId);
  if (!place || !cue) return;
  run(setCueText, { id: cue.id, text: replacedAt(cue.text, place, by) });
  announce(t('spelling.replaced', { word: by }));
  go(
    cues().findIndex(({ id }) => id === cue.id),
    place.at + by.length + 1,
  );
}

/** Puts another word wherever this one stands in the track, as one step. */
export function replaceAll(by: string): void {
  const { place } = useSpellingDialog.getState();
  if (!place) return;
  const texts = cuesWith(place.word).map((cue) => [cue.id, replacedEverywhere(cue, place.word, by)] as const);
  run(replaceTexts, { newId, cues: new Map(texts), paragraphs: new Map() });
  announce(t('spelling.replacedAll', { count: texts.length, word: by }));
  nextWord();
}

/** The cues of the track shown that have a word. */
export function cuesWith(word: string) {
  return cues().filter((cue) => replacedEverywhere(cue, word, '') !== cue.text);
}

/** The word is right in this project; can be undone. */
export function acceptHere(): void {
  const { place } = useSpellingDialog.getState();
  const { language } = useSpelling.getState();
  if (!place || language === null) return;
  run(acceptWord, { language, word: place.word, isRight: true });
  announce(t('spelling.accepted', { word: place.word }));
  nextOther(place.word);
}

/** The word is right in the whole campaign; a notice offers to take it back. */
export function learnHere(): void {
  const { place } = useSpellingDialog.getState();
  if (!place) return;
  const { word } = place;
  attempt(async () => {
    await learnWord(word, true);
    notify('success', t('spelling.learnt', { word }), {
      label: t('spelling.forget'),
      run: () => attempt(() => learnWord(word, false)),
    });
    nextOther(word);
  });
}

/** The next word that is not a form of this one, which the next look-up will find right. */
function nextOther(word: string): void {
  const { spelling } = useSpelling.getState();
  if (!spelling) return;
  useSpelling.setState({ spelling: misspelt(spelling.wrong, [word]) });
  nextWord();
}

/** Switches spelling on or off. */
export function toggleSpelling(): void {
  const isOff = useSession.getState().layout[SPELLING_OFF] === true;
  setLayout(SPELLING_OFF, !isOff);
  announce(t(isOff ? 'spelling.on' : 'spelling.off'));
}
