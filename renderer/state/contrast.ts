/** How the track shown stands out from the picture: measured on request, told by what is seen now, kept up after small changes. */
import { create } from 'zustand';
import type { Contrast, OutputPictureContrast } from '../../shared/checks/check';
import { picturesOf } from '../../shared/checks/contrast-rules';
import { drawnTrack, looksInSteps, type DrawnTrack, type OtherPicture } from '../../shared/contrast/looks';
import { neededRatio } from '../../shared/contrast/wcag';
import type { Id } from '../../shared/domain/common';
import type { MeasuredContrast } from '../../shared/domain/contrast';
import type { PictureShape } from '../../shared/domain/video-output';
import { styleOf } from '../../shared/style/style-of';
import { pictureSize } from '../../shared/video/picture-size';
import { getClient } from '../platform/client';
import { inSlices } from '../platform/slices';
import { useCampaignFonts } from './campaign-fonts';
import { delivered, type Delivered } from './delivery';
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

interface ShownTrack {
  readonly id: Id;
  readonly drawn: DrawnTrack;
  /** As it is drawn in the platform's picture that the player shows; null where that is the footage's own. */
  readonly elsewhere: { readonly drawn: DrawnTrack; readonly shown: Delivered } | null;
}

/** The shown track as it is drawn, with its id; null without one. */
function shownTrack(): ShownTrack | null {
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  if (!track) return null;
  const families = useCampaignFonts.getState().families.map(({ family }) => family);
  const shown = delivered();
  const drawnIn = (other: OtherPicture | null) =>
    drawnTrack(project, track, cuesOfTrack(project, track.id), families, other);
  return {
    id: track.id,
    drawn: drawnIn(null),
    elsewhere: shown && { shown, drawn: drawnIn({ shape: shown.output, video: shown.video }) },
  };
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
  const elsewhere = await contrastElsewhere(track, () => mine === turn);
  if (!elsewhere || mine !== turn) return;
  const contrast: Contrast = { needed: neededRatio(track.drawn.style), ratios, elsewhere };
  const before = useContrast.getState();
  if (before.trackId === track.id && isSame(before.contrast, contrast)) return;
  useContrast.setState({ trackId: track.id, contrast });
}

/** What is known of the platform's picture that is shown; null once it is no longer wanted. */
async function contrastElsewhere(
  { elsewhere }: ShownTrack,
  isWanted: () => boolean,
): Promise<OutputPictureContrast[] | null> {
  if (!elsewhere) return [];
  const { drawn, shown } = elsewhere;
  const ratios = await inSlices(ratiosInSteps(drawn), isWanted);
  if (!ratios) return null;
  const { width, height } = pictureSize(shown.video, shown.output);
  return [{ output: shown.preset.name, needed: neededRatio(drawn.style, width / height), ratios }];
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
  const [before, after] = [a ? picturesOf(a) : [], picturesOf(b)];
  return (
    before.length === after.length &&
    a?.elsewhere?.[0]?.output === b.elsewhere?.[0]?.output &&
    after.every(({ needed, ratios }, n) => {
      const other = before[n];
      const isAsLarge = other?.needed === needed && other.ratios.size === ratios.size;
      return isAsLarge && [...ratios].every(([id, ratio]) => other.ratios.get(id) === ratio);
    })
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
  for (const shape of shapes()) {
    const asked = { session, track, ...(shape ? { shape } : {}) };
    const { cues } = await jobResult(await getClient().call('contrast.measure', asked), 'contrast');
    if (useDocument.getState().session === session && useDocument.getState().media === media)
      await take(cues);
  }
}

/** The footage's own picture (null), and the platform's that is shown. */
function shapes(): (PictureShape | null)[] {
  const shown = delivered();
  return [null, ...(shown ? [shown.output] : [])];
}

/** Follows the track shown; returns what stops it. */
export function followContrast(): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let last: readonly unknown[] = [];
  let place: readonly unknown[] = [];
  let footage: readonly unknown[] = [];
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
      ...[track, track && styleOf(project, track), cuesOfTrack(project, activeTrackId), delivered()],
    ];
    if (now.every((value, n) => value === last[n])) return;
    last = now;
    const there = [session, media.file?.handle, activeTrackId, delivered()];
    if (there[0] !== footage[0] || there[1] !== footage[1]) known = new Map();
    footage = there;
    clearTimeout(rest);
    clearTimeout(pause);
    rest = setTimeout(() => void settle(there), REST_MS);
    pause = setTimeout(again, PAUSE_MS);
  };
  const settle = async (there: readonly unknown[]) => {
    const isElsewhere = there.some((value, n) => value !== place[n]);
    place = there;
    await show();
    if (isElsewhere) await load(there);
  };
  const load = async (there: readonly unknown[]) => {
    const { session, media } = useDocument.getState();
    const { activeTrackId: track } = useSession.getState();
    if (session === null || track === null || !media.file || !media.info?.video) return;
    for (const shape of shapes()) {
      const answer = await getClient()
        .call('contrast.known', { session, track, ...(shape ? { shape } : {}) })
        // Nothing is known then: measuring says what goes wrong.
        .catch(() => null);
      if (answer && there === place) await take(answer.cues);
    }
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
  const pictures = picturesOf(contrast);
  const left = cuesOfTrack(useDocument.getState().project, trackId).filter(({ id }) =>
    pictures.some(({ ratios }) => !ratios.has(id)),
  );
  const leftMs = left.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - startMs), 0);
  return left.length > 0 && leftMs <= LITTLE_MS;
}
