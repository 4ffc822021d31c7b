import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Lessons } from '../../../shared/align/lessons';
import type { Fingerprint } from '../../../shared/domain/project';
import { workerFile } from '../../platform/workers';
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

/** Of the file. */
const VERSION = 2;
const Kept = z.object({ version: z.literal(VERSION), engine: z.string(), lessons: LessonsData });

/** Threads by whose work features and names of sounds mean what they mean. */
const ENGINE = ['align', 'speech'];
let engine: Promise<string> | null = null;

/** Which engine this is, by its built files: whatever is changed in it, what another one taught is not taken for its own. */
function ownEngine(): Promise<string> {
  engine ??= Promise.all(ENGINE.map(async (name) => readFile(workerFile(name)))).then((files) => {
    const hash = createHash('sha256');
    for (const file of files) hash.update(file);
    return hash.digest('hex');
  });
  return engine;
}

/** What was said for an hour takes some MB. */
const MOST_HELD = 3;

/** Keeps what recordings taught: all of it while the app runs, and in the cache folder the models, which tell no words. */
export class TaughtStore {
  readonly #folder: string;
  readonly #engine: () => Promise<string>;
  readonly #held = new Map<string, Taught>();

  constructor(cacheFolder: string, engineOf: () => Promise<string> = ownEngine) {
    this.#folder = cacheFolder;
    this.#engine = engineOf;
  }

  /** Undefined where nothing is known, or what is kept is damaged or was taught by another version of the engine. */
  async find(by: TaughtBy): Promise<Taught | undefined> {
    const file = this.#file(by);
    const held = this.#held.get(file);
    if (held) return held;
    const bytes = await readCache(file);
    if (!bytes) return undefined;
    try {
      const kept = Kept.parse(deserialize(bytes));
      return kept.engine === (await this.#engine()) ? { lessons: kept.lessons, said: new Map() } : undefined;
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
    if (!isNew) return;
    const { lessons } = taught;
    const kept: z.infer<typeof Kept> = { version: VERSION, engine: await this.#engine(), lessons };
    await writeCache(file, [serialize(kept)]);
  }

  #file({ fingerprint, sound }: TaughtBy): string {
    return join(this.#folder, `${fingerprintKey(fingerprint)}.${sound ?? 0}.lessons`);
  }
}
