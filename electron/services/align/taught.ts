import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Lessons } from '../../../shared/align/lessons';
import type { Fingerprint } from '../../../shared/domain/project';
import { readCache, writeCache } from '../media/cache';
import { fingerprintKey } from '../media/fingerprint';
import type { Said } from '../speech/said';
import { LessonsData } from './align-work';

/** What aligning a whole recording left behind for stretches of it. */
export interface Taught {
  readonly lessons: Lessons;
  readonly said: Said;
}

/** Which sound: the file's fingerprint and the index of its sound stream (the first one if left out). */
export interface TaughtBy {
  readonly fingerprint: Fingerprint;
  readonly sound: number | undefined;
}

/** To be raised with everything that changes what the features or the names of sounds mean. */
const VERSION = 1;
const Kept = z.object({ version: z.literal(VERSION), lessons: LessonsData });

/** What was said for an hour takes some MB. */
const MOST_HELD = 3;

/** Keeps what recordings taught: all of it while the app runs, and in the cache folder the models, which tell no words. */
export class TaughtStore {
  readonly #folder: string;
  readonly #held = new Map<string, Taught>();

  constructor(cacheFolder: string) {
    this.#folder = cacheFolder;
  }

  /** Undefined where nothing is known, or what is kept is damaged or of another version. */
  async find(by: TaughtBy): Promise<Taught | undefined> {
    const file = this.#file(by);
    const held = this.#held.get(file);
    if (held) return held;
    const bytes = await readCache(file);
    if (!bytes) return undefined;
    try {
      return { lessons: Kept.parse(deserialize(bytes)).lessons, said: new Map() };
    } catch {
      return undefined;
    }
  }

  /** Keeps what was taught instead of what was before. Throws `disk-full` or `no-permission`. */
  async keep(by: TaughtBy, taught: Taught): Promise<void> {
    const file = this.#file(by);
    const isNew = this.#held.get(file)?.lessons !== taught.lessons;
    this.#held.delete(file);
    this.#held.set(file, taught);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST_HELD && oldest !== undefined) this.#held.delete(oldest);
    const kept: z.infer<typeof Kept> = { version: VERSION, lessons: taught.lessons };
    if (isNew) await writeCache(file, [serialize(kept)]);
  }

  #file({ fingerprint, sound }: TaughtBy): string {
    return join(this.#folder, `${fingerprintKey(fingerprint)}.${sound ?? 0}.lessons`);
  }
}
