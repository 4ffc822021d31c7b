import { useEffect, useState } from 'react';
import { constantFrameRate } from '../../../shared/frames/rate';
import { checkTrack } from '../../../shared/checks/check';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { useDocument } from '../../state/document';
import { cuesOfTrack, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';

/** The count may lag: it is glanced at, and checking 5,000 cues at every key would be felt. */
const REST_MS = 700;

/** How many findings the track shown has, a moment after the last change; null while it has no cues. */
export function useFindingCount(): number | null {
  const project = useDocument((state) => state.project);
  const frameRate = useDocument((state) => constantFrameRate(state.media.info));
  const trackId = useSession((state) => state.activeTrackId);
  const track = trackById(project, trackId);
  const cues = cuesOfTrack(project, trackId);
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!track) return;
    const timer = setTimeout(() => {
      const profile = profileById(track.profileId) ?? profileFor(track.language);
      setCount(checkTrack(cues, track, profile, { frameRate }).length);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [cues, track, frameRate]);
  return cues.length === 0 ? null : count;
}
