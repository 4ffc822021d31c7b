import { useEffect, useState } from 'react';
import { constantFrameRate } from '../../../shared/frames/rate';
import { checkTrack } from '../../../shared/checks/check';
import type { Id } from '../../../shared/domain/common';
import type { Finding } from '../../../shared/domain/profile';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import type { Cue, Track } from '../../../shared/domain/track';
import { useDocument } from '../../state/document';

/** Checks wait until typing and dragging rest: nobody reads a finding in the middle of a word. */
const REST_MS = 250;

const NONE: ReadonlyMap<Id, readonly Finding[]> = new Map();

/** What the quality checks say of each cue, a moment after the last change. */
export function useFindings(cues: readonly Cue[], track: Track): ReadonlyMap<Id, readonly Finding[]> {
  const frameRate = useDocument((state) => constantFrameRate(state.media.info));
  const [findings, setFindings] = useState(NONE);
  useEffect(() => {
    const timer = setTimeout(() => {
      const profile = profileById(track.profileId) ?? profileFor(track.language);
      setFindings(byCue(checkTrack(cues, track, profile, { frameRate })));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [cues, track, frameRate]);
  return findings;
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
