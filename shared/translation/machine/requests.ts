import type { Project } from '../../domain/project';
import { publicName } from '../../domain/public-name';
import type { Cue } from '../../domain/track';
import type { MachineScope } from '../../domain/translator';
import { sourceIdsOf, translationsBySource } from '../links';
import { plainText } from '../upstream';
import type { MachineText } from './protocol';
import { runOn } from '../../text/unspaced';

/** Whether a text is as a machine wrote it and nobody has said yet that it will do. */
export function isMachineDraft({ machine, status, text }: Cue): boolean {
  return machine !== undefined && status === 'draft' && text.trim() !== '';
}

/**
 * The cues of a translation that a machine is asked for, by time. Of several cues that render the same source cue only the first
 * is, and only while none of the others has a text: each would get the whole. Linear.
 */
export function cuesToTranslate(project: Project, trackId: string, scope: MachineScope): Cue[] {
  const cues = project.cues.filter((cue) => cue.trackId === trackId);
  const bySource = translationsBySource(cues);
  const isWanted = (cue: Cue) =>
    cue.text.trim() === '' || scope === 'all' || (scope === 'drafts' && isMachineDraft(cue));
  return cues.filter((cue) => {
    const beside = sourceIdsOf(cue).flatMap((id) => bySource.get(id) ?? []);
    const isAlone = beside.every((other) => other === cue || (beside[0] === cue && other.text.trim() === ''));
    return beside.length > 0 && isAlone && isWanted(cue);
  });
}

/** What the program is asked: the sources of `cues` as `seen` shows them (names may have given way to pseudonyms there). */
export function machineTexts(cues: readonly Cue[], seen: Project): MachineText[] {
  const sources = new Map(seen.cues.map((cue) => [cue.id, cue]));
  return cues.flatMap((cue) => {
    const from = sourceIdsOf(cue).flatMap((id) => sources.get(id) ?? []);
    const text = runOn(from.map((source) => plainText(source.text)));
    const speaker = publicName(seen.speakers, from[0]?.speakerId ?? null);
    return text === '' ? [] : [{ id: cue.id, text, speaker }];
  });
}
