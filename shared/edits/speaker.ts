import type { Project } from '../domain/project';
import type { Speaker } from '../domain/transcript';
import { updateTable } from '../history/tables';
import type { Edit, NewId } from './edit';
import { orderAfter, speakerOf, validText } from './records';

/** Longest name, in UTF-16 units (see `Speaker`). */
const MAX_NAME = 200;

/** Adds a speaker behind the others. */
export const addSpeaker: Edit<{ newId: NewId; name: string }> = {
  command: 'speaker.add',
  label: 'edit.speaker.add',
  apply(project, { newId, name }) {
    const speaker: Speaker = {
      id: newId(),
      order: orderAfter(project.speakers),
      name: validText(name, MAX_NAME, 'the name'),
      pseudonym: null,
    };
    return { ...project, speakers: updateTable(project.speakers, [], [speaker]) };
  },
};

/** Changes a speaker's name. */
export const renameSpeaker: Edit<{ id: string; name: string }> = {
  command: 'speaker.rename',
  label: 'edit.speaker.rename',
  apply(project, { id, name }) {
    return withSpeaker(project, id, { name: validText(name, MAX_NAME, 'the name') });
  },
};

/** Sets the name that replaces the speaker's own in every export; null for none. */
export const setSpeakerPseudonym: Edit<{ id: string; pseudonym: string | null }> = {
  command: 'speaker.setPseudonym',
  label: 'edit.speaker.setPseudonym',
  apply(project, { id, pseudonym }) {
    const valid = pseudonym === null ? null : validText(pseudonym, MAX_NAME, 'the pseudonym');
    return withSpeaker(project, id, { pseudonym: valid });
  },
};

/** Sets the colour of a speaker's letters, `#RRGGBB`; null for one by the order of the speakers. */
export const setSpeakerColour: Edit<{ id: string; colour: string | null }> = {
  command: 'speaker.setColour',
  label: 'edit.speaker.setColour',
  apply(project, { id, colour }) {
    const speaker = speakerOf(project, id);
    if ((speaker.colour ?? null) === colour) return project;
    const { colour: _, ...rest } = speaker;
    const changed: Speaker = colour === null ? rest : { ...rest, colour };
    return { ...project, speakers: updateTable(project.speakers, [speaker], [changed]) };
  },
};

function withSpeaker(
  project: Project,
  id: string,
  change: Partial<Pick<Speaker, 'name' | 'pseudonym'>>,
): Project {
  const speaker = speakerOf(project, id);
  const changed = { ...speaker, ...change };
  if (changed.name === speaker.name && changed.pseudonym === speaker.pseudonym) return project;
  return { ...project, speakers: updateTable(project.speakers, [speaker], [changed]) };
}
