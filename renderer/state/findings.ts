/** What the quality checks say of the track shown, computed once for the list and the status bar alike. */
import { create } from 'zustand';
import { checkTrack } from '../../shared/checks/check';
import type { Id } from '../../shared/domain/common';
import type { Finding } from '../../shared/domain/profile';
import { constantFrameRate } from '../../shared/frames/rate';
import { profileById, profileFor } from '../../shared/profiles/profiles';
import { useDocument } from './document';
import { cuesOfTrack, trackById } from './selectors';
import { useSession } from './session';

/** Checks wait until typing and dragging rest: nobody reads a finding in the middle of a word. */
const REST_MS = 250;

export interface Findings {
  readonly byCue: ReadonlyMap<Id, readonly Finding[]>;
  /** How many there are; null until the track shown has been checked, and while it has no cues. */
  readonly count: number | null;
}

const NONE: Findings = { byCue: new Map(), count: null };

export const useFindings = create<Findings>()(() => NONE);

/** What the checks look at: as long as all of it is the same, so are the findings. */
function checked() {
  const { project, media } = useDocument.getState();
  const { activeTrackId } = useSession.getState();
  return {
    cues: cuesOfTrack(project, activeTrackId),
    track: trackById(project, activeTrackId),
    frameRate: constantFrameRate(media.info),
  };
}

/** Checks the track shown a moment after each change of it; returns what stops it. */
export function followFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: ReturnType<typeof checked> | null = null;
  const check = () => {
    if (last) useFindings.setState(findingsOf(last));
  };
  const look = () => {
    const next = checked();
    if (last?.cues === next.cues && last.track === next.track && last.frameRate === next.frameRate) return;
    // What was found in another track says nothing of this one.
    if (last?.track?.id !== next.track?.id) useFindings.setState(NONE);
    last = next;
    clearTimeout(timer);
    timer = setTimeout(check, REST_MS);
  };
  look();
  const stops = [useDocument.subscribe(look), useSession.subscribe(look)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function findingsOf({ cues, track, frameRate }: ReturnType<typeof checked>): Findings {
  if (!track || cues.length === 0) return NONE;
  const profile = profileById(track.profileId) ?? profileFor(track.language);
  const findings = checkTrack(cues, track, profile, { frameRate });
  return { byCue: byCue(findings), count: findings.length };
}

/** Findings by the cue they are about, in the order they came. */
export function byCue(findings: readonly Finding[]): ReadonlyMap<Id, readonly Finding[]> {
  const groups = new Map<Id, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.cueId);
    if (group) group.push(finding);
    else groups.set(finding.cueId, [finding]);
  }
  return groups;
}
