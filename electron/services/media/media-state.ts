import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MediaState } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Fingerprint, MediaReference } from '../../../shared/domain/project';
import type { FileHandles } from '../files/handles';
import { isSameFile } from './fingerprint';

export interface MediaStates {
  /** How footage stands: found at `path`, missing, or another file than `reference` remembers. Never throws. */
  stateOf(reference: MediaReference | null, path: string | null): Promise<MediaState>;
  /** Takes a file as footage. Throws what the probe throws, and `media-changed` where `sameAs` is another file. */
  examine(path: string, sameAs: Fingerprint | null): Promise<{ info: MediaInfo; fingerprint: Fingerprint }>;
}

/** What the state is made with: the probe, the fingerprint and, where something plays, the address of a handle. */
export interface MediaStateParts {
  readonly files: FileHandles;
  readonly probe: (path: string) => Promise<MediaInfo>;
  readonly fingerprint: (path: string) => Promise<Fingerprint>;
  readonly mediaUrl: ((handle: string) => string) | null;
}

const NONE: MediaState = { state: 'none', file: null, info: null, url: null, problem: null };

export function createMediaStates({ files, probe, fingerprint, mediaUrl }: MediaStateParts): MediaStates {
  const examine: MediaStates['examine'] = async (path, sameAs) => {
    // The fingerprint first: a file that is not the one remembered is not even looked into.
    const found = await fingerprint(path);
    if (sameAs && !isSameFile(found, sameAs)) throw new AppError('media-changed', { name: basename(path) });
    return { info: await probe(path), fingerprint: found };
  };
  return {
    examine,
    async stateOf(reference, path) {
      if (!reference) return NONE;
      const name = basename(path ?? reference.path);
      if (path === null) return missing(name);
      const there = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      if (!there) return missing(name);
      const file = await files.info(path);
      const url = mediaUrl?.(file.handle) ?? null;
      try {
        const { info } = await examine(path, reference.fingerprint);
        return { state: 'ok', file, info, url, problem: null };
      } catch (error) {
        const changed = error instanceof AppError && error.code === 'media-changed';
        // Footage that is the right file but cannot be probed (no ffmpeg here) may still play.
        return {
          state: changed ? 'changed' : 'ok',
          file: changed ? null : file,
          info: null,
          url: changed ? null : url,
          problem: errorData(error),
        };
      }
    },
  };
}

function missing(name: string): MediaState {
  return { ...NONE, state: 'missing', problem: errorData(new AppError('media-missing', { name })) };
}
