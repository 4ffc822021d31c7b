/** Whether what was drawn is in the picture at its time, and only then. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkBurned } from '../../../electron/services/export/burned-check';
import { probeMedia } from '../../../electron/services/media/probe';
import { footage, temporaryFolder, TOOLS } from '../../support/media';
import { burn, cue, project } from './fixture';

let folder: ReturnType<typeof temporaryFolder>;
let burned: string;
beforeAll(async () => {
  folder = temporaryFolder();
  burned = join(folder.path, 'burned.mp4');
  await burn(footage(), burned, project([cue('a', 400, 1200, 'Hello there')]));
});
afterAll(() => folder.remove());

const look = async (outputPath: string, startMs: number, endMs: number) =>
  checkBurned({
    sourcePath: footage(),
    source: await probeMedia(footage(), TOOLS),
    graph: (laterMs) => `[0:v:0]setpts=PTS+${laterMs / 1000}/TB[v]`,
    otherInputs: [],
    folder: folder.path,
    outputPath,
    startMs: 0,
    durationMs: 2000,
    cues: [{ startMs, endMs, text: 'Hello there' }],
    tools: TOOLS,
  });

test.each([
  ['at its time', 400, 1200, { checked: 1, seen: 1 }, { checked: 2, clear: 2 }],
  ['where it should be gone already', 400, 700, { checked: 1, seen: 1 }, { checked: 2, clear: 1 }],
  ['before it should be there', 700, 1200, { checked: 1, seen: 1 }, { checked: 2, clear: 1 }],
  ['not at all', 1400, 1900, { checked: 1, seen: 0 }, { checked: 0, clear: 0 }],
])('a subtitle in the picture %s', async (_, startMs, endMs, seen, outside) => {
  expect(await look(burned, startMs, endMs)).toEqual({ burned: seen, outside });
});

test('a picture without any', async () => {
  const found = await look(footage(), 400, 1200);
  expect(found).toEqual({ burned: { checked: 1, seen: 0 }, outside: { checked: 0, clear: 0 } });
});
