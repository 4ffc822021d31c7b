import type { MediaReference, Project } from '../domain/project';
import type { Fitting } from '../domain/video-output';
import { sameData } from '../history/equal';
import type { Edit } from './edit';
import { validText } from './records';

/** Names the project. */
export const setProjectTitle: Edit<{ title: string }> = {
  command: 'project.setTitle',
  label: 'edit.project.setTitle',
  apply(project, { title }) {
    return withMeta(project, { title: validText(title, 500, 'the title') });
  },
};

/** Chooses the footage, or says where it is now; null for none. What was heard in another file, and how that was framed, is forgotten. */
export const setProjectMedia: Edit<{ media: MediaReference | null }> = {
  command: 'project.setMedia',
  label: 'edit.project.setMedia',
  apply(project, { media }) {
    const next = withMeta(project, { media });
    if (
      (!next.meta.hearing && next.meta.sound === undefined && !next.meta.fitting) ||
      sameData(media?.fingerprint, project.meta.media?.fingerprint)
    )
      return next;
    const meta = { ...next.meta };
    delete meta.hearing;
    delete meta.sound;
    delete meta.fitting;
    return { ...next, meta };
  },
};

/** Chooses which of the footage's sounds is heard, drawn and aligned (index of its stream); null for the main one. */
export const setProjectSound: Edit<{ sound: number | null }> = {
  command: 'project.setSound',
  label: 'edit.project.setSound',
  apply(project, { sound }) {
    const { sound: before, ...rest } = project.meta;
    if ((before ?? null) === sound) return project;
    return { ...project, meta: sound === null ? rest : { ...rest, sound } };
  },
};

/** Says how the footage fits pictures of other shapes. */
export const setProjectFitting: Edit<{ fitting: Fitting }> = {
  command: 'project.setFitting',
  label: 'edit.project.setFitting',
  apply(project, { fitting }) {
    return withMeta(project, { fitting });
  },
};

/** Sets the source language. */
export const setProjectLanguage: Edit<{ language: string }> = {
  command: 'project.setLanguage',
  label: 'edit.project.setLanguage',
  apply(project, { language }) {
    return withMeta(project, { language });
  },
};

function withMeta(project: Project, change: Partial<Project['meta']>): Project {
  const meta = { ...project.meta, ...change };
  return sameData(meta, project.meta) ? project : { ...project, meta };
}
