import type { TranscriptDraft } from '../api/contract';
import type { Paragraph, Speaker, Word } from '../domain/transcript';
import { sameData } from '../history/equal';
import { updateTable } from '../history/tables';
import type { Edit, NewId } from './edit';
import { orderAfter, paragraphOf, speakerOf } from './records';
import { splitAgain, splitWords } from '../transcript/words';
import { reword, withRelinkedCues } from './relink';

export interface ReplaceTranscriptArgs {
  readonly newId: NewId;
  readonly draft: Pick<TranscriptDraft, 'speakers' | 'paragraphs'>;
  /** BCP 47; becomes the project's source language. */
  readonly language: string;
}

/**
 * Puts an imported transcript in place of the one that is there. Words that stay, and words only corrected, keep their ids and
 * times, paragraphs the id of the one their first such word was in, speakers of the same name theirs; speakers nobody refers to
 * any more go, unless they have a pseudonym. Cues whose words changed are stale, and translations of them too.
 */
export const replaceTranscript: Edit<ReplaceTranscriptArgs> = {
  command: 'transcript.replace',
  label: 'edit.transcript.replace',
  apply(project, { newId, draft, language }) {
    const source = draft.paragraphs
      .map((paragraph) => ({ ...paragraph, texts: splitWords(paragraph.text, language) }))
      .filter(({ texts }) => texts.length > 0);
    const rewording = reword(
      project.paragraphs.flatMap((paragraph) => paragraph.words),
      source.map(({ texts }) => texts),
      newId,
      false,
    );
    const named = draftedSpeakers(project.speakers, draft.speakers, newId);
    const homes = new Map<string, Paragraph>();
    for (const paragraph of project.paragraphs)
      for (const { id } of paragraph.words) homes.set(id, paragraph);
    const paragraphs = source.map(({ speaker, hintMs }, order): Paragraph => {
      const words = rewording.paragraphs[order] ?? [];
      const old = takeHome(words, homes);
      const speakerId = speaker === null ? null : (named[speaker]?.id ?? null);
      const fresh = { id: old?.id ?? newId(), order, speakerId, language: null, hintMs, words };
      const made = old ? { ...old, ...fresh } : fresh;
      return old && sameData(old, made) ? old : made;
    });
    const used = new Set(paragraphs.map((paragraph) => paragraph.speakerId));
    for (const cue of project.cues) used.add(cue.speakerId);
    const known = new Set(project.speakers.map(({ id }) => id));
    const fresh = new Map(named.filter(({ id }) => !known.has(id)).map((speaker) => [speaker.id, speaker]));
    const kept = project.speakers.filter(({ id, pseudonym }) => used.has(id) || pseudonym !== null);
    const meta = project.meta.language === language ? project.meta : { ...project.meta, language };
    const speakers = updateTable(kept, [], [...fresh.values()]);
    return withRelinkedCues({ ...project, meta, speakers, paragraphs }, rewording);
  },
};

/** The speaker for each one of a draft: the known one of that name, or a new one behind the others. */
function draftedSpeakers(
  known: readonly Speaker[],
  drafts: readonly { readonly name: string }[],
  newId: NewId,
): Speaker[] {
  const byName = new Map(known.map((speaker) => [speaker.name, speaker]));
  let order = orderAfter(known);
  return drafts.map((draft) => {
    const name = draft.name.slice(0, 200);
    const speaker = byName.get(name) ?? { id: newId(), order: order++, name, pseudonym: null };
    byName.set(name, speaker);
    return speaker;
  });
}

/** The old paragraph the first kept word was in, unless another paragraph took it before. */
function takeHome(words: readonly Word[], homes: Map<string, Paragraph>): Paragraph | undefined {
  const first = words.find(({ id }) => homes.has(id));
  const home = first && homes.get(first.id);
  for (const { id } of home?.words ?? []) homes.delete(id);
  return home;
}

/**
 * Changes what a paragraph says. Words that stay keep their ids and times, and so do words only corrected; cues whose words
 * changed are stale, and translations of them too.
 */
export const setParagraphText: Edit<{ newId: NewId; id: string; text: string }> = {
  command: 'transcript.setParagraphText',
  label: 'edit.transcript.setParagraphText',
  apply(project, { newId, id, text }) {
    const paragraph = paragraphOf(project, id);
    const texts = splitAgain(paragraph.words, text, paragraph.language ?? project.meta.language);
    const rewording = reword(paragraph.words, [texts], newId, true);
    const words = rewording.paragraphs[0] ?? [];
    if (words.length === paragraph.words.length && words.every((word, i) => word === paragraph.words[i]))
      return project;
    const paragraphs = updateTable(project.paragraphs, [paragraph], [{ ...paragraph, words }]);
    return withRelinkedCues({ ...project, paragraphs }, rewording);
  },
};

/** Says who speaks a paragraph; null for nobody named. */
export const setParagraphSpeaker: Edit<{ id: string; speakerId: string | null }> = {
  command: 'transcript.setParagraphSpeaker',
  label: 'edit.transcript.setParagraphSpeaker',
  apply(project, { id, speakerId }) {
    const paragraph = paragraphOf(project, id);
    if (speakerId !== null) speakerOf(project, speakerId);
    if (paragraph.speakerId === speakerId) return project;
    return {
      ...project,
      paragraphs: updateTable(project.paragraphs, [paragraph], [{ ...paragraph, speakerId }]),
    };
  },
};
