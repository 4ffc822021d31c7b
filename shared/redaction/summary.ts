/** What a project redacts, in numbers: for reports, and to know what an export needs. */
import type { Project } from '../domain/project';
import type { RedactionFill, SoundTreatment } from '../domain/redaction';

type Redacting = Pick<Project, 'redactions'>;

/** Whether the picture and the sound are redacted anywhere. */
export function redactedIn({ redactions = [] }: Redacting): {
  readonly picture: boolean;
  readonly sound: boolean;
} {
  const isCover = redactions.map(({ kind }) => kind === 'cover');
  return { picture: isCover.includes(true), sound: isCover.includes(false) };
}

/** How many there are of each kind. Voices count as one each, however many turns they have. */
export interface RedactionSummary {
  readonly covers: Readonly<Record<RedactionFill, number>>;
  readonly sounds: Readonly<Record<SoundTreatment, number>>;
}

/** Counts a project's redactions. */
export function redactionSummary({ redactions = [] }: Redacting): RedactionSummary {
  const covers = { solid: 0, blur: 0, mosaic: 0 };
  const sounds = { mute: 0, beep: 0, disguise: 0 };
  for (const one of redactions) {
    if (one.kind === 'cover') covers[one.fill] += 1;
    else sounds[one.treatment] += 1;
  }
  return { covers, sounds };
}
