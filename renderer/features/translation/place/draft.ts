/** A translation that is being placed: kept while its dialog is closed, until it is used or its source has changed. */
import { create } from 'zustand';
import type { EncodingGuess, FileInfo, TextSource } from '../../../../shared/api/contract';
import type { Id, LanguageTag } from '../../../../shared/domain/common';
import type { Track } from '../../../../shared/domain/track';
import type { Bench } from '../../../../shared/translation/place/bench';

/** A translation as it comes: pasted, or a file, which wins. */
export interface Brought {
  readonly pasted: string;
  readonly file: FileInfo | null;
}

/** What was placed, and what the person has moved of it since. */
export interface Placed {
  /** What was asked (`questionKey`): the same again needs no work, and must not take the person's away. */
  readonly question: string;
  readonly source: TextSource;
  readonly isTable: boolean;
  /** What the text was recognised as, and what it was read as; null where that was no question. */
  readonly encoding: { readonly guess: EncodingGuess; readonly read: string } | null;
  readonly before: readonly Bench[];
  readonly now: Bench;
  readonly after: readonly Bench[];
}

export interface PlaceDraft {
  readonly brought: Brought;
  readonly placed: Placed | null;
  /** Whether the person is at the bench, or before it with the text. */
  readonly isAtBench: boolean;
}

interface PlaceDrafts {
  /** Of which open project; null for none. */
  readonly session: Id | null;
  /** Which one the dialog shows. */
  readonly language: LanguageTag;
  readonly byLanguage: ReadonlyMap<LanguageTag, PlaceDraft>;
}

const NOTHING: PlaceDraft = { brought: { pasted: '', file: null }, placed: null, isAtBench: false };

export const usePlaceDrafts = create<PlaceDrafts>()(() => ({
  session: null,
  language: 'ru',
  byLanguage: new Map(),
}));

/** The draft of the language shown. */
export function shownDraft({ language, byLanguage }: PlaceDrafts): PlaceDraft {
  return byLanguage.get(language) ?? NOTHING;
}

/** Changes the draft of the language shown. */
export function changeDraft(change: Partial<PlaceDraft>): void {
  changeDraftOf(usePlaceDrafts.getState().language, change);
}

/** Changes the draft of a language, whichever is shown: what was being placed for one is no other's. */
export function changeDraftOf(language: LanguageTag, change: Partial<PlaceDraft>): void {
  usePlaceDrafts.setState((drafts) =>
    withDraft(drafts, language, { ...shownDraft({ ...drafts, language }), ...change }),
  );
}

/** The track of a language that is written into: of several the one that is shown, else the first; null where there is none. */
export function trackOfDraft(
  tracks: readonly Track[],
  language: LanguageTag,
  shownId: Id | null,
): Track | null {
  const own = tracks.filter((each) => each.kind === 'translation' && each.language === language);
  return own.find(({ id }) => id === shownId) ?? own[0] ?? null;
}

function withDraft({ byLanguage }: PlaceDrafts, language: LanguageTag, draft: PlaceDraft) {
  return { byLanguage: new Map(byLanguage).set(language, draft) };
}

/**
 * Goes on with the drafts of this project, at the language that is shown beside the source, if any; another project's are
 * forgotten, and a placement whose source cues have changed since.
 */
export function resumeDrafts(session: Id | null, shown: LanguageTag | null, cueIds: readonly Id[]): void {
  usePlaceDrafts.setState((drafts) => {
    const language = shown ?? drafts.language;
    if (drafts.session !== session) return { session, language, byLanguage: new Map() };
    const isSame = ({ now }: Placed) =>
      now.cueIds.length === cueIds.length && now.cueIds.every((id, n) => id === cueIds[n]);
    const byLanguage = new Map(
      [...drafts.byLanguage].map(([tag, draft]) =>
        draft.placed && !isSame(draft.placed)
          ? [tag, { ...draft, placed: null, isAtBench: false }]
          : [tag, draft],
      ),
    );
    return { language, byLanguage };
  });
}

/** Shows another language; a text that was brought goes with it, unless that one has its own. */
export function chooseLanguage(language: LanguageTag): void {
  usePlaceDrafts.setState((drafts) => {
    const { brought } = shownDraft(drafts);
    return {
      language,
      ...(drafts.byLanguage.has(language) ? {} : withDraft(drafts, language, { ...NOTHING, brought })),
    };
  });
}

/** It has become subtitles. */
export function forgetDraft(): void {
  changeDraft(NOTHING);
}

/** What tells one question from another. */
export function questionKey(source: TextSource, language: LanguageTag): string {
  return JSON.stringify([source, language]);
}

/** Changes the bench; one step to take back. */
export function changeBench(make: (bench: Bench) => Bench): void {
  withPlaced((placed) => {
    const now = make(placed.now);
    return now === placed.now
      ? placed
      : { ...placed, before: [...placed.before, placed.now], now, after: [] };
  });
}

export function undoBench(): void {
  withPlaced((placed) => {
    const now = placed.before.at(-1);
    return now
      ? { ...placed, before: placed.before.slice(0, -1), now, after: [placed.now, ...placed.after] }
      : placed;
  });
}

export function redoBench(): void {
  withPlaced((placed) => {
    const [now, ...after] = placed.after;
    return now ? { ...placed, before: [...placed.before, placed.now], now, after } : placed;
  });
}

function withPlaced(change: (placed: Placed) => Placed): void {
  const { placed } = shownDraft(usePlaceDrafts.getState());
  if (placed) changeDraft({ placed: change(placed) });
}
