import type { Finding, Profile } from '../domain/profile';
import type { Cue, Track } from '../domain/track';
import { minGapMs } from '../profiles/profiles';
import { withoutMarkUp } from '../text/mark-up';
import type { Checked, Rule } from './rule';
import { stateRules } from './state-rules';
import { textRules } from './text-rules';
import { timingRules } from './timing-rules';

/** Every rule, in the order in which findings of one cue are listed. */
export const rules: readonly Rule[] = [...textRules, ...timingRules, ...stateRules];

/** What checks need to know of the media. `frameRate`: pictures a second, null where unknown or variable. */
export interface CheckedMedia {
  readonly frameRate: number | null;
}

/**
 * What a profile has to say about a track's cues (sorted by start, as a project keeps them; cues of other tracks are
 * passed over), in cue order. Cues at the top and at the bottom do not stand in each other's way. Linear.
 */
export function checkTrack(
  cues: readonly Cue[],
  track: Track,
  profile: Profile,
  media: CheckedMedia | null,
): Finding[] {
  const gap = media?.frameRate ? minGapMs(profile, media.frameRate) : certainGapMs(profile);
  const latest = new Map<Cue['position'], { cue: Cue; number: number }>();
  const findings: Finding[] = [];
  let number = 0;
  for (const cue of cues) {
    if (cue.trackId !== track.id) continue;
    number++;
    const before = latest.get(cue.position) ?? null;
    const lines = withoutMarkUp(cue.text).split('\n');
    findings.push(...findingsOf({ cue, lines, before, profile, track, minGapMs: gap }, number));
    if (!before || cue.endMs >= before.cue.endMs) latest.set(cue.position, { cue, number });
  }
  return findings;
}

function findingsOf(checked: Checked, number: number): Finding[] {
  return rules.flatMap((rule) =>
    rule.find(checked).map((values) => ({
      rule: rule.name,
      severity: rule.severity,
      cueId: checked.cue.id,
      number,
      startMs: checked.cue.startMs,
      messageKey: `finding.${rule.name}`,
      values: { ...values },
    })),
  );
}

/** Pictures a second that most footage does not exceed. */
const USUAL_FASTEST_RATE = 30;

/** Without a frame rate, a gap is too small for certain only where it would be at the fastest usual one. */
function certainGapMs(profile: Profile): number {
  const byFrames = profile.minGapFrames > 0 ? minGapMs(profile, USUAL_FASTEST_RATE) : Infinity;
  return Math.min(profile.minGapMs, byFrames);
}
