import type { MediaState } from '../../shared/api/contract';
import type { Project } from '../../shared/domain/project';

/** What the stores hold while no project is open, so that no view has to ask. */
export const BLANK_PROJECT: Project = {
  meta: { id: 'none', title: '', language: 'en', media: null },
  speakers: [],
  paragraphs: [],
  tracks: [],
  cues: [],
  styles: [],
  notes: [],
  versions: [],
};

/** The footage of no project. */
export const NO_MEDIA: MediaState = { state: 'none', file: null, info: null, url: null, problem: null };
