import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ReviewFile } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import type { Project } from '../../../shared/domain/project';
import { notesOf } from '../../../shared/review/merge-notes';
import { MAX_REVIEW_BYTES, parseReview } from '../../../shared/review/review-file';
import { readFileCapped, statOrNull } from '../../platform/files';

/** How the files end that a packet saves. */
export const REVIEW_ENDING = '.review.json';
/** Forty volunteers who each send every version of their review stay far below it. */
const MAX_FILES = 2000;

/** A review on disk, or its bytes. */
export interface ReviewSource {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** The reviews a path stands for: itself, or those directly in it where it is a folder, by name. Throws as `statOrNull`. */
export async function reviewsAt(path: string): Promise<ReviewSource[]> {
  const found = await statOrNull(path);
  const paths = found?.isDirectory()
    ? (await readdir(path))
        .filter((name) => name.toLowerCase().endsWith(REVIEW_ENDING))
        .sort()
        .slice(0, MAX_FILES)
        .map((name) => join(path, name))
    : [path];
  return paths.map((one) => ({ name: basename(one), read: () => readFileCapped(one, MAX_REVIEW_BYTES) }));
}

/** Reads a review of a project; never throws: what is wrong with it is its `problem`. */
export async function readReview(source: ReviewSource, project: Project): Promise<ReviewFile> {
  const { name } = source;
  try {
    const text = decode(await source.read(), name);
    const { review, unreadable, isCut } = parseReview(text, name);
    if (review.projectId !== project.meta.id) throw new AppError('other-project', { name });
    return { name, problem: null, initials: review.initials, notes: notesOf(review), unreadable, isCut };
  } catch (error) {
    return { name, problem: errorData(error), initials: '', notes: [], unreadable: 0, isCut: false };
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    // As if more came: a file that was cut off may end within a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    throw new AppError('not-a-review', { name });
  }
}
