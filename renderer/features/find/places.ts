import type { Project } from '../../../shared/domain/project';
import type { FindText, Hit } from '../../../shared/text/find';
import { cuesOfTrack } from '../../state/selectors';
import { joinWords } from '../../../shared/transcript/words';

/** Where is searched: the language shown, every language, or every language and the transcript. */
export type FindPlace = 'track' | 'tracks' | 'everything';

/** The texts to search, cues first, then paragraphs. */
export function textsIn(project: Project, trackId: string | null, place: FindPlace): readonly FindText[] {
  const cues = place === 'track' ? cuesOfTrack(project, trackId) : project.cues;
  const texts = cues.map(({ id, text }) => ({ id, text }));
  if (place !== 'everything') return texts;
  const paragraphs = project.paragraphs.map(({ id, words }) => ({
    id,
    text: joinWords(words),
  }));
  return [...texts, ...paragraphs];
}

/** What to put in place of the hits, by kind of record. */
export function replacements(
  project: Project,
  hits: readonly Hit[],
): { cues: Map<string, string>; paragraphs: Map<string, string> } {
  const isCue = new Set(project.cues.map(({ id }) => id));
  const cues = new Map<string, string>();
  const paragraphs = new Map<string, string>();
  for (const { id, replaced } of hits) (isCue.has(id) ? cues : paragraphs).set(id, replaced);
  return { cues, paragraphs };
}
