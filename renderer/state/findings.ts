/** What the quality checks say of the track shown, computed once for the list, the timeline, the panel and the status bar. */
import { create } from 'zustand';
import { checkInSteps, findingsIn, type CheckInput, type TrackCheck } from '../../shared/checks/check';
import { checkedMedia, inputOf } from '../../shared/checks/input';
import type { Id } from '../../shared/domain/common';
import type { Finding } from '../../shared/domain/profile';
import type { Project } from '../../shared/domain/project';
import type { Track } from '../../shared/domain/track';
import { inSlices } from '../platform/slices';
import { useCampaignFonts } from './campaign-fonts';
import { useContrast } from './contrast';
import { useDocument } from './document';
import { useGlossary } from './glossary';
import { cuesOfTrack, trackById } from './selectors';
import { useSession } from './session';
import { useSpelling } from './spelling';

/** Checks wait until typing and dragging rest: nobody reads a finding in the middle of a word. */
const REST_MS = 250;

export interface Findings {
  readonly byCue: ReadonlyMap<Id, readonly Finding[]>;
  /** All of them, in cue order. */
  readonly all: readonly Finding[];
  /** The check they come from; null until the track shown has been checked, and while it has no cues. */
  readonly check: TrackCheck | null;
}

const NONE: Findings = { byCue: new Map(), all: [], check: null };

export const useFindings = create<Findings>()(() => NONE);

/** When each shot begins, ms, ascending; null while nobody has looked for them. Whoever finds shots sets them here. */
export const useShots = create<{ readonly shotsMs: readonly number[] | null }>()(() => ({ shotsMs: null }));

/** What a check of a track looks at now; null for a track that is not there. */
export function inputFor(project: Project, track: Track | null): CheckInput | null {
  if (!track) return null;
  const { info } = useDocument.getState().media;
  const { families } = useCampaignFonts.getState();
  const media = checkedMedia(project, info, useShots.getState().shotsMs, families);
  const { language, spelling, hasDictionary } = useSpelling.getState();
  const known = language === track.language ? { spelling, hasDictionary } : {};
  const { trackId, contrast } = useContrast.getState();
  const { trackId: termsOf, finder } = useGlossary.getState();
  const seen = {
    ...(info ? { hasPicture: info.video !== null } : {}),
    ...(trackId === track.id ? { contrast } : {}),
    glossary: termsOf === track.id ? finder : null,
  };
  return { ...inputOf(project, track, media, ({ id }) => cuesOfTrack(project, id)), ...known, ...seen };
}

/** What the checks look at of the track shown. */
function shownInput(): CheckInput | null {
  const { project } = useDocument.getState();
  return inputFor(project, trackById(project, useSession.getState().activeTrackId));
}

/** As long as all of it is the same, so are the findings. */
function isSame(a: CheckInput | null, b: CheckInput | null): boolean {
  return (
    a?.cues === b?.cues &&
    a?.track === b?.track &&
    a?.source?.cues === b?.source?.cues &&
    a?.paragraphs === b?.paragraphs &&
    a?.media?.frameRate === b?.media?.frameRate &&
    a?.media?.durationMs === b?.media?.durationMs &&
    a?.media?.shots === b?.media?.shots &&
    a?.media?.fonts === b?.media?.fonts &&
    a?.glossary === b?.glossary &&
    a?.spelling === b?.spelling &&
    a?.hasDictionary === b?.hasDictionary &&
    a?.contrast === b?.contrast &&
    a?.hasPicture === b?.hasPicture
  );
}

/** Checks the track shown a moment after each change of it; returns what stops it. */
export function followFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: CheckInput | null = null;
  const check = async (input: CheckInput | null) => {
    const findings = input && (await findingsOf(input, () => input === last));
    if (findings && input === last) useFindings.setState(findings);
  };
  const look = () => {
    const next = shownInput();
    if (isSame(last, next)) return;
    // What was found in another track says nothing of this one.
    if (last?.track.id !== next?.track.id) useFindings.setState(NONE);
    last = next;
    clearTimeout(timer);
    timer = setTimeout(() => void check(next), REST_MS);
  };
  look();
  const stops = [
    useDocument.subscribe(look),
    useSession.subscribe(look),
    useShots.subscribe(look),
    useCampaignFonts.subscribe(look),
    useSpelling.subscribe(look),
    useContrast.subscribe(look),
    useGlossary.subscribe(look),
  ];
  return () => {
    clearTimeout(timer);
    last = null;
    for (const stop of stops) stop();
  };
}

/** Null once it is no longer wanted. A cue of which a check says what the one before said keeps the very same list. */
async function findingsOf(input: CheckInput, isWanted: () => boolean): Promise<Findings | null> {
  if (input.cues.length === 0) return NONE;
  return inSlices(findingsInSteps(input, useFindings.getState().check), isWanted);
}

/** What checks say of a track, after what they said before; rests after every few cues. */
export function* findingsInSteps(
  input: CheckInput,
  before: TrackCheck | null,
): Generator<undefined, Findings> {
  const check = yield* checkInSteps(input, before);
  const found = new Map<Id, readonly Finding[]>();
  for (const { findings } of check.entries) {
    const [first] = findings;
    if (first) found.set(first.cueId, findings);
    yield;
  }
  return { byCue: found, all: findingsIn(check), check };
}
