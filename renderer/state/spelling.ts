/** What dictionaries say of the track shown: words are looked up at the services as they come, each once. */
import { create } from 'zustand';
import { misspelt, rightInProject } from '../../shared/checks/spelling';
import { wordsOfCue, type Spelling } from '../../shared/checks/spelling-rules';
import type { Id } from '../../shared/domain/common';
import type { Cue } from '../../shared/domain/track';
import { getClient } from '../platform/client';
import { inSlices } from '../platform/slices';
import { useDocument } from './document';
import { notifyError } from './notices';
import { cuesOfTrack, trackById } from './selectors';
import { useSession } from './session';

export interface SpellingState {
  /** What the words are of; null while nothing was looked up. */
  readonly language: string | null;
  /** Null until all words were looked up, where there is no dictionary, and while it is switched off. */
  readonly spelling: Spelling | null;
  /** Undefined until it is known. */
  readonly hasDictionary: boolean | undefined;
  /** The words the campaign has learnt in this language. */
  readonly learnt: readonly string[];
  /** False for a draft, which belongs to no campaign yet. */
  readonly canLearn: boolean;
}

const NONE: SpellingState = {
  language: null,
  spelling: null,
  hasDictionary: undefined,
  learnt: [],
  canLearn: false,
};

export const useSpelling = create<SpellingState>()(() => NONE);

/** Name in the layout of what switches it off. */
export const SPELLING_OFF = 'spelling.off';

/** Words are looked up once typing rests. */
const REST_MS = 300;

/** What is known of one language's words. */
interface Known {
  readonly language: string;
  readonly session: Id;
  readonly asked: Set<string>;
  readonly wrong: Set<string>;
  /** Versions of cues whose words were all asked. */
  readonly seen: WeakSet<Cue>;
  /** It went wrong and was said: not again at every letter. */
  hasFailed: boolean;
}

let known: Known | null = null;

/** Follows the track shown; returns what stops it. */
export function followSpelling(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let last: readonly unknown[] = [];
  const run = async () => {
    if (running) return wait();
    running = true;
    try {
      await lookUp();
    } catch (error) {
      if (known) known.hasFailed = true;
      notifyError(error);
    } finally {
      running = false;
    }
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), REST_MS);
  };
  const look = () => {
    const { project, session, file } = useDocument.getState();
    const { activeTrackId, layout } = useSession.getState();
    const language = trackById(project, activeTrackId)?.language;
    const now = [
      session,
      file,
      language,
      cuesOfTrack(project, activeTrackId),
      project.meta.words,
      project.speakers,
      layout[SPELLING_OFF],
    ];
    if (now.every((value, n) => value === last[n])) return;
    // Another language's findings say nothing of this one.
    if (session !== last[0] || language !== last[2] || layout[SPELLING_OFF] === true)
      useSpelling.setState(NONE);
    last = now;
    wait();
  };
  look();
  const stops = [useDocument.subscribe(look), useSession.subscribe(look)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Asks for every word not asked yet, and shows what is wrong. */
async function lookUp(): Promise<void> {
  const { project, session } = useDocument.getState();
  const { activeTrackId, layout } = useSession.getState();
  const track = trackById(project, activeTrackId);
  if (session === null || !track || layout[SPELLING_OFF] === true) return;
  const { language } = track;
  const client = getClient();
  if (known?.language !== language || known.session !== session)
    known = { language, session, asked: new Set(), wrong: new Set(), seen: new WeakSet(), hasFailed: false };
  const mine = known;
  if (mine.hasFailed) return;
  const { words: learnt, canLearn } = await client.call('spelling.learnt', { session, language });
  const words = (await inSlices(newWords(mine, cuesOfTrack(project, activeTrackId)))) ?? [];
  const { hasDictionary, wrong } = await client.call('spelling.check', { language, words });
  for (const word of words) mine.asked.add(word);
  for (const word of wrong) mine.wrong.add(word);
  if (mine !== known) return;
  useSpelling.setState({ language, learnt, canLearn, hasDictionary });
  show(mine, hasDictionary);
}

/** The words of these cues that were never asked; rests after every cue. */
function* newWords({ asked, seen }: Known, cues: readonly Cue[]): Generator<undefined, string[]> {
  const words = new Set<string>();
  for (const cue of cues) {
    if (!seen.has(cue)) for (const { word } of wordsOfCue(cue)) if (!asked.has(word)) words.add(word);
    seen.add(cue);
    yield;
  }
  return [...words];
}

/** Sets what is wrong; the same set as before stays the same object, so that nothing is checked anew for it. */
function show({ language, wrong }: Known, hasDictionary: boolean): void {
  const { learnt, spelling } = useSpelling.getState();
  if (!hasDictionary) return useSpelling.setState({ spelling: null });
  const right = rightInProject(useDocument.getState().project, language);
  const next = misspelt(wrong, [...learnt, ...right]);
  if (spelling && isSame(spelling.wrong, next.wrong)) return;
  useSpelling.setState({ spelling: next });
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((word) => b.has(word));
}

/** Adds a word to those of the campaign or takes it out. Throws what keeps it from being written. */
export async function learnWord(word: string, isLearnt: boolean): Promise<void> {
  const { session } = useDocument.getState();
  const { language } = useSpelling.getState();
  if (session === null || language === null) return;
  const { words } = await getClient().call('spelling.learn', { session, language, word, isLearnt });
  if (known?.language !== language || known.session !== session) return;
  useSpelling.setState({ learnt: words });
  show(known, true);
}
