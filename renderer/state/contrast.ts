/** How the track shown stands out from the picture: measured on request, told by what is seen now, kept up after small changes. */
import { create } from 'zustand';
import type { Contrast } from '../../shared/checks/check';
import { drawnTrack, looksInSteps, type DrawnTrack } from '../../shared/contrast/looks';
import { neededRatio } from '../../shared/contrast/wcag';
import type { Id } from '../../shared/domain/common';
import type { MeasuredContrast } from '../../shared/domain/contrast';
import { styleOf } from '../../shared/style/style-of';
import { getClient } from '../platform/client';
import { inSlices } from '../platform/slices';
import { useCampaignFonts } from './campaign-fonts';
import { flushDocument, useDocument } from './document';
import { activeJob, jobResult, useJobs } from './jobs';
import { cuesOfTrack, trackById } from './selectors';
import { useSession } from './session';

export interface ContrastState {
  /** What it is of; null while no track is shown. */
  readonly trackId: Id | null;
  readonly contrast: Contrast | null;
}

const NONE: ContrastState = { trackId: null, contrast: null };

export const useContrast = create<ContrastState>()(() => NONE);

/** Looks are found again once typing rests, before the checks run. */
const REST_MS = 150;
/** Once a track was measured, what changes in it is measured again when the person has paused this long… */
const PAUSE_MS = 3000;
/** …if it is so little of the film, ms: a new style of a whole film waits to be asked for. */
const LITTLE_MS = 60_000;

/** Ratios by look, of one project and footage. */
let known = new Map<string, number | null>();
/** Tracks of which something was measured once. */
const followed = new Set<Id>();

/** The shown track as it is drawn, with its id; null without one. */
function shownTrack(): { readonly id: Id; readonly drawn: DrawnTrack } | null {
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  if (!track) return null;
  const families = useCampaignFonts.getState().families.map(({ family }) => family);
  return { id: track.id, drawn: drawnTrack(project, track, cuesOfTrack(project, track.id), families) };
}

/** Raised whenever it is to be shown anew, and when nobody follows any more: what was begun before is then dropped. */
let turn = 0;

/**
 * Shows what is known of the track as it is now; the very same where nothing changed, so that nothing is checked anew. Resolves
 * when it is shown.
 */
async function show(): Promise<void> {
  const mine = ++turn;
  const track = shownTrack();
  if (!track) return useContrast.setState(NONE);
  const ratios = await inSlices(ratiosInSteps(track.drawn), () => mine === turn);
  if (!ratios || mine !== turn) return;
  if (ratios.size > 0) followed.add(track.id);
  const contrast: Contrast = { needed: neededRatio(track.drawn.style), ratios };
  const before = useContrast.getState();
  if (before.trackId === track.id && isSame(before.contrast, contrast)) return;
  useContrast.setState({ trackId: track.id, contrast });
}

function* ratiosInSteps(drawn: DrawnTrack): Generator<undefined, ReadonlyMap<Id, number | null>> {
  const ratios = new Map<Id, number | null>();
  // Nobody has measured anything here: nothing has to be found out of thousands of cues.
  if (known.size === 0) return ratios;
  const looks = yield* looksInSteps(drawn);
  for (const [n, { id }] of drawn.cues.entries()) {
    const ratio = known.get(looks[n] ?? '');
    if (ratio !== undefined) ratios.set(id, ratio);
  }
  return ratios;
}

function isSame(a: Contrast | null, b: Contrast): boolean {
  return (
    a?.needed === b.needed &&
    a.ratios.size === b.ratios.size &&
    [...b.ratios].every(([id, ratio]) => a.ratios.get(id) === ratio)
  );
}

function take(cues: readonly MeasuredContrast[]): Promise<void> {
  for (const { look, ratio } of cues) known.set(look, ratio);
  return show();
}

/** Looks at the footage under the shown track where that was not done; resolves when it is shown. Throws what the job throws. */
export async function measureContrast(): Promise<void> {
  const { session, media } = useDocument.getState();
  const track = useSession.getState().activeTrackId;
  if (session === null || track === null) return;
  await flushDocument();
  const { cues } = await jobResult(
    await getClient().call('contrast.measure', { session, track }),
    'contrast',
  );
  if (useDocument.getState().session === session && useDocument.getState().media === media) await take(cues);
}

/** Follows the track shown; returns what stops it. */
export function followContrast(): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let last: readonly unknown[] = [];
  let place: readonly unknown[] = [];
  const again = () => {
    if (isLittleLeft() && !activeJob(useJobs.getState(), 'contrast'))
      // Nobody asked for it now: what goes wrong is said when somebody does.
      measureContrast().catch(() => undefined);
  };
  const look = () => {
    const { project, session, media } = useDocument.getState();
    const { activeTrackId } = useSession.getState();
    const { families } = useCampaignFonts.getState();
    const track = trackById(project, activeTrackId);
    const now = [
      ...[session, media.file?.handle, activeTrackId, families, project.speakers, project.redactions],
      ...[track, track && styleOf(project, track), cuesOfTrack(project, activeTrackId)],
    ];
    if (now.every((value, n) => value === last[n])) return;
    last = now;
    const there = [session, media.file?.handle, activeTrackId];
    if (there[0] !== place[0] || there[1] !== place[1]) known = new Map();
    if (there.some((value, n) => value !== place[n])) void load(there);
    place = there;
    clearTimeout(rest);
    clearTimeout(pause);
    rest = setTimeout(() => void show(), REST_MS);
    pause = setTimeout(again, PAUSE_MS);
  };
  const load = async (there: readonly unknown[]) => {
    const { session, media } = useDocument.getState();
    const { activeTrackId: track } = useSession.getState();
    if (session === null || track === null || !media.file || !media.info?.video) return;
    const answer = await getClient()
      .call('contrast.known', { session, track })
      // Nothing is known then: measuring says what goes wrong.
      .catch(() => null);
    if (answer && there === place) await take(answer.cues);
  };
  look();
  const stops = [useDocument.subscribe(look), useSession.subscribe(look), useCampaignFonts.subscribe(look)];
  return () => {
    clearTimeout(rest);
    clearTimeout(pause);
    turn += 1;
    for (const stop of stops) stop();
  };
}

/** Whether a track that was measured has some cues that were not, and these are few. */
function isLittleLeft(): boolean {
  const { trackId, contrast } = useContrast.getState();
  const isShown = trackId !== null && trackId === useSession.getState().activeTrackId;
  if (!contrast || !isShown || !followed.has(trackId)) return false;
  const left = cuesOfTrack(useDocument.getState().project, trackId).filter(
    ({ id }) => !contrast.ratios.has(id),
  );
  const leftMs = left.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - startMs), 0);
  return left.length > 0 && leftMs <= LITTLE_MS;
}
