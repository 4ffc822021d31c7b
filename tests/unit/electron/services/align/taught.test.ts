import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TaughtStore, type Taught } from '../../../../../electron/services/align/taught';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outspoken-taught-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const by = {
  fingerprint: { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) },
  sound: undefined,
};
const taught: Taught = {
  lessons: {
    spread: { mean: new Float64Array([1]), deviation: new Float64Array([2]) },
    ...{ sounds: new Map(), classes: new Map(), filler: null, silence: null },
    ...{ bias: 0, typicalGain: 1, evenGain: 1, pace: 1 },
  },
  said: new Map(),
};
const store = (engine: string) => new TaughtStore(folder, () => Promise.resolve(engine));

it('finds what its own engine taught, and nothing that another version of it did', async () => {
  await store('one').keep(by, taught);
  expect((await store('one').find(by))?.lessons).toEqual(taught.lessons);
  expect(await store('two').find(by)).toBeUndefined();
  await store('two').keep(by, taught);
  expect(await store('one').find(by)).toBeUndefined();
});
