/** What the preview shows is what is burned in: the same cues drawn by the player's libass and by ffmpeg's. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withWorkFolder, workFolderEnvironment } from '../../../electron/services/export/work-folder';
import { writeAss } from '../../../shared/formats/ass/write';
import { withSpeakerLabels } from '../../../shared/style/speakers';
import { compareDrawn, drawnRows, type Difference } from '../../support/compare-drawn';
import { contactSheet } from '../../support/contact-sheet';
import { temporaryFolder } from '../../support/media';
import { openPreview, type Drawn, type Picture, type Preview } from '../../support/preview';
import { previewGroups, type PreviewGroup } from '../../support/preview-cues';

const root = join(import.meta.dirname, '../../..');
const FONT_FOLDER = join(root, 'dist/fonts');
const SHEETS = join(root, 'test-results/preview');

const SIZES: Readonly<Record<string, Picture>> = {
  '16x9': { width: 1920, height: 1080 },
  '9x16': { width: 1080, height: 1920 },
  '1x1': { width: 1080, height: 1080 },
};

/** What one libass and one set of fonts reach; promised are 0.995 and 2 px. */
const LEAST_SSIM = 0.999;
const FURTHEST_PX = 1;

let folder: ReturnType<typeof temporaryFolder>;
let preview: Preview;
beforeAll(async () => {
  folder = temporaryFolder();
  preview = await openPreview(join(folder.path, 'page'));
  mkdirSync(SHEETS, { recursive: true });
});
afterAll(async () => {
  await preview.close();
  folder.remove();
});

/** The n-th cue of a script is shown from second n on. */
function scriptOf({ cues, style, track, speakers }: PreviewGroup, video: Picture): string {
  const timed = cues.map((cue, n) => ({ ...cue, startMs: n * 1000, endMs: n * 1000 + 900 }));
  const drawn = withSpeakerLabels(timed, style, speakers);
  return writeAss({ cues: drawn, track, style, speakers, video, title: null });
}

/** The luma of each cue's picture as a burn-in makes it: same filter, same folder, same fonts. */
async function burned(ass: string, count: number, { width, height }: Picture): Promise<Drawn[]> {
  const bytes = await withWorkFolder({ texts: { 'subs.ass': ass }, fontFolder: FONT_FOLDER }, (cwd) => {
    const run = spawnSync(
      'ffmpeg',
      [
        ...[
          '-nostdin',
          '-v',
          'error',
          '-f',
          'lavfi',
          '-i',
          `color=0x808080:s=${width}x${height}:r=1:d=${count}`,
        ],
        ...['-vf', 'format=yuv420p,ass=subs.ass:fontsdir=fonts,extractplanes=y', '-f', 'rawvideo', '-'],
      ],
      { cwd, env: workFolderEnvironment(cwd), maxBuffer: 1 << 30 },
    );
    if (run.status !== 0) throw new Error(String(run.stderr));
    return Promise.resolve(run.stdout);
  });
  const pixels = width * height;
  return Array.from({ length: count }, (_, n) =>
    drawnRows(bytes.subarray(n * pixels, (n + 1) * pixels), { width, height }),
  );
}

interface Compared extends Difference {
  readonly cue: string;
  readonly pictures: readonly [Drawn, Drawn];
}

async function compareGroup(group: PreviewGroup, size: Picture): Promise<Compared[]> {
  const script = scriptOf(group, size);
  const outputs = await burned(script, group.cues.length, size);
  const compared: Compared[] = [];
  for (const [n, output] of outputs.entries()) {
    const shown = await preview.draw(n === 0 ? script : null, n * 1000 + 100);
    const difference = compareDrawn(output, shown, size, group.isText);
    const cue = `${group.name}: ${group.cues[n]?.text ?? ''}`;
    compared.push({ ...difference, cue, pictures: [output, shown] });
  }
  return compared;
}

describe.each(Object.entries(SIZES).map(([name, size], turn) => [name, size, turn] as const))(
  '%s',
  (name, size, turn) => {
    test('every cue is drawn alike', async () => {
      await preview.open(size);
      const compared: Compared[] = [];
      for (const group of previewGroups(turn)) compared.push(...(await compareGroup(group, size)));
      contactSheet(
        join(SHEETS, `${name}.png`),
        compared.map(({ pictures }) => pictures),
        size,
      );
      const worst = Math.min(...compared.map(({ ssim }) => ssim));
      const worstInk = Math.min(...compared.map(({ inkSsim }) => inkSsim));
      const moved = Math.max(...compared.map(({ movedPx }) => movedPx));
      console.info(
        `${name}: ${compared.length} cues, SSIM >= ${worst.toFixed(5)} (drawn part alone ${worstInk.toFixed(3)}), moved <= ${moved} px`,
      );
      const missing = compared.filter(({ pictures }) => pictures.some(({ rows }) => rows === 0));
      const wrapped = compared.filter(({ lines }) => lines[0] !== lines[1] || lines[0] === 0);
      const unlike = compared.filter(({ ssim, movedPx }) => ssim < LEAST_SSIM || movedPx > FURTHEST_PX);
      const named = (list: Compared[]) =>
        list.map(({ cue, ssim, lines, movedPx }) => ({ cue, ssim, lines: lines.join(' / '), movedPx }));
      expect({ missing: named(missing), wrapped: named(wrapped), unlike: named(unlike) }).toEqual({
        missing: [],
        wrapped: [],
        unlike: [],
      });
    });
  },
);

test('there are at least 200 of them', () => {
  const count = previewGroups(0).reduce((sum, { cues }) => sum + cues.length, 0) * Object.keys(SIZES).length;
  expect(count).toBeGreaterThanOrEqual(200);
});
