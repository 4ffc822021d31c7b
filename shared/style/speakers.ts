import { publicName } from '../domain/public-name';
import type { Cue, Style } from '../domain/track';
import type { Speaker } from '../domain/transcript';
import { withoutMarkUp } from '../text/mark-up';

/** White, yellow, cyan, green, as on British television (BBC Subtitle Guidelines 1.2.4, "Colours"), by the speakers' order. */
export const SPEAKER_COLOURS = ['#FFFFFF', '#FFFF00', '#00FFFF', '#00FF00'] as const;

/** The colour of a speaker's letters: their own, or the next of the four. Null for nobody. */
export function speakerColour(speakers: readonly Speaker[], speakerId: string | null): string | null {
  const index = speakers.findIndex(({ id }) => id === speakerId);
  const speaker = speakers[index];
  if (!speaker) return null;
  return speaker.colour ?? SPEAKER_COLOURS[index % SPEAKER_COLOURS.length] ?? null;
}

/**
 * The cues with names before their texts where the style wants them: the pseudonym where there is one. The very same array
 * where it wants none. `cues` by time.
 */
export function withSpeakerLabels<C extends Pick<Cue, 'text' | 'speakerId'>>(
  cues: readonly C[],
  style: Pick<Style, 'speakerLabels'>,
  speakers: readonly Speaker[],
): readonly C[] {
  const { speakerLabels } = style;
  if (speakerLabels === undefined) return cues;
  let before: string | null = null;
  return cues.map((cue) => {
    const changed = cue.speakerId !== before;
    before = cue.speakerId;
    const name = publicName(speakers, cue.speakerId);
    if (name === null || name.trim() === '' || (speakerLabels === 'changes' && !changed)) return cue;
    return { ...cue, text: `${withoutMarkUp(name).trim()}: ${cue.text}` };
  });
}
