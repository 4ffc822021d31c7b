import { z } from 'zod';
import { AppError } from '../api/errors';
import type { Project } from '../domain/project';
import { Cue, Track } from '../domain/track';
import { Paragraph, Speaker } from '../domain/transcript';

const Content = z.object({
  speakers: z.array(Speaker),
  paragraphs: z.array(Paragraph),
  tracks: z.array(Track),
  cues: z.array(Cue),
});
/** What a version holds: all that is said, in every language. Not the looks, the footage and the notes. */
export type VersionContent = z.infer<typeof Content>;

/** What of a project a version keeps. */
export function contentOf({ speakers, paragraphs, tracks, cues }: VersionContent): VersionContent {
  return { speakers, paragraphs, tracks, cues };
}

/** The text a version keeps of a project. */
export function writeContent(project: Project): string {
  return JSON.stringify(contentOf(project));
}

/** What stands in a version. Throws `bad-request` where it cannot be read. */
export function readContent(content: string): VersionContent {
  try {
    return Content.parse(JSON.parse(content));
  } catch (error) {
    throw new AppError('bad-request', { reason: 'this version cannot be read' }, { cause: error });
  }
}
