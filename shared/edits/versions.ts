import { AppError } from '../api/errors';
import type { Project } from '../domain/project';
import type { Signature, Version } from '../domain/review';
import { sortedProject, updateTable } from '../history/tables';
import { readContent, writeContent } from '../review/versions';
import type { Edit, NewId } from './edit';
import { orderAfter, validText } from './records';

/** Keeps the state of the project, under a name or as what was imported. */
export const keepVersion: Edit<{
  newId: NewId;
  name: string;
  signed: Signature;
  kind?: Version['kind'];
}> = {
  command: 'version.keep',
  label: 'edit.version.keep',
  apply(project, { newId, name, signed, kind = 'named' }) {
    const version: Version = {
      id: newId(),
      order: orderAfter(project.versions),
      kind,
      name: validText(name, 200, 'the name'),
      saved: signed,
      content: writeContent(project),
    };
    return { ...project, versions: updateTable(project.versions, [], [version]) };
  },
};

/**
 * Makes everything that is said as it was in a version: speakers, transcript, tracks and cues. Looks, footage, notes, versions and
 * the pseudonyms that speakers have by now stay. Throws `bad-request` for a version that is not there or cannot be read.
 */
export const restoreVersion: Edit<{ id: string }> = {
  command: 'version.restore',
  label: 'edit.version.restore',
  apply(project, { id }) {
    const { speakers, ...content } = readContent(versionOf(project, id).content);
    // Who was promised another name since must not appear by their own because a text goes back.
    const hidden = new Map(project.speakers.map((speaker) => [speaker.id, speaker.pseudonym]));
    const named = speakers.map((speaker) => ({
      ...speaker,
      pseudonym: hidden.get(speaker.id) ?? speaker.pseudonym,
    }));
    return sortedProject({ ...project, ...content, speakers: named });
  },
};

/** Gives a version another name. */
export const renameVersion: Edit<{ id: string; name: string }> = {
  command: 'version.rename',
  label: 'edit.version.rename',
  apply(project, { id, name }) {
    const version = versionOf(project, id);
    if (version.name === name) return project;
    const next = { ...version, name: validText(name, 200, 'the name') };
    return { ...project, versions: updateTable(project.versions, [version], [next]) };
  },
};

/** Lets a named version go. What was imported stays: throws `bad-request`. */
export const removeVersion: Edit<{ id: string }> = {
  command: 'version.remove',
  label: 'edit.version.remove',
  apply(project, { id }) {
    const version = versionOf(project, id);
    if (version.kind === 'imported')
      throw new AppError('bad-request', { reason: 'what was imported is always kept' });
    return { ...project, versions: updateTable(project.versions, [version], []) };
  },
};

function versionOf(project: Project, id: string): Version {
  const version = project.versions.find((one) => one.id === id);
  if (!version) throw new AppError('bad-request', { reason: `there is no version ${id}` });
  return version;
}
