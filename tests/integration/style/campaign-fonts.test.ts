/** Font files of a campaign: added after they were read, found again, and drawn with by ffmpeg. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withWorkFolder, workFolderEnvironment } from '../../../electron/services/export/work-folder';
import {
  addCampaignFont,
  campaignFonts,
  readCampaignFont,
} from '../../../electron/services/fonts/campaign-fonts';
import { writeAss } from '../../../shared/formats/ass/write';
import { familiesOf } from '../../../shared/style/campaign-families';
import { defaultStyles } from '../../../shared/style/styles';
import { temporaryFolder } from '../../support/media';

const root = join(import.meta.dirname, '../../..');
const packed = (path: string) => join(root, 'node_modules/@expo-google-fonts', path);
const HEAVY = packed('noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf');
const BUNDLED = packed('noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('adding', () => {
  test('a font lies in the campaign’s folder under a safe name, and is found there', async () => {
    const added = await addCampaignFont(HEAVY, folder.path);
    expect([added.family, added.weight, added.italic]).toEqual(['Noto Sans ExtraBold', 800, false]);
    expect(added.file).toMatch(/^NotoSansExtraBold-800-[0-9a-f]{12}\.ttf$/);
    expect(added.path).toBe(join(folder.path, 'fonts', added.file));
    const found = await campaignFonts([folder.path, folder.path, join(folder.path, 'nowhere')]);
    expect(found).toEqual([added]);
    expect(Buffer.from(await readCampaignFont(found, added.file))).toEqual(await readFile(added.path));
  });

  test('twice is once', async () => {
    const first = await addCampaignFont(HEAVY, folder.path);
    expect(await addCampaignFont(first.path, folder.path)).toEqual(first);
    expect(await campaignFonts([folder.path])).toHaveLength(1);
  });

  test.each([
    ['a text', 'hello, this is no font at all', /no TrueType or OpenType/],
    ['a web font', 'wOF2 and the rest of it', /web font/],
    ['nothing', '', /no TrueType or OpenType/],
  ])('%s is refused in a sentence', async (_, content, reason) => {
    const path = join(folder.path, 'evil.ttf');
    writeFileSync(path, content);
    await expect(addCampaignFont(path, folder.path)).rejects.toThrow(reason);
    expect(await campaignFonts([folder.path])).toEqual([]);
  });

  test('a font that comes with the app is not taken for another', async () => {
    await expect(addCampaignFont(BUNDLED, folder.path)).rejects.toThrow(/comes with the app/);
  });

  test('what somebody else put into the folder does no harm', async () => {
    const place = join(folder.path, 'fonts');
    mkdirSync(join(place, 'folder.ttf'), { recursive: true });
    writeFileSync(join(place, 'no-font.ttf'), 'x');
    copyFileSync(HEAVY, join(place, 'plain-name.ttf'));
    copyFileSync(HEAVY, join(place, "odd ' name;.ttf"));
    writeFileSync(join(place, 'closed.ttf'), 'x');
    chmodSync(join(place, 'closed.ttf'), 0);
    expect((await campaignFonts([folder.path])).map(({ file }) => file)).toEqual(['plain-name.ttf']);
  });
});

test('ffmpeg draws with the campaign’s file, whatever the system has', async () => {
  const added = await addCampaignFont(HEAVY, folder.path);
  const style = { ...defaultStyles()[0], fontFamily: added.family };
  const ass = writeAss({
    cues: [{ startMs: 0, endMs: 1000, text: 'Hello Привет سلام', position: 'bottom' }],
    track: { language: 'en', direction: 'ltr' },
    style,
    fonts: familiesOf([added]),
    video: { width: 640, height: 360 },
    title: null,
  });
  const log = await withWorkFolder(
    { texts: { 'subs.ass': ass }, fontFolder: join(root, 'dist/fonts'), ownFonts: [added] },
    (cwd) => {
      const filter = 'ass=subs.ass:fontsdir=fonts';
      const command = `ffmpeg -v info -f lavfi -i color=s=640x360:d=0.04 -vf ${filter} -f null - 2>&1`;
      const env = workFolderEnvironment(cwd);
      return Promise.resolve(execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8', env }));
    },
  );
  const taken = [...log.matchAll(/fontselect: \((.*?)\) -> ([^,]+),/g)].map(
    ([, asked, got]) => `${asked}: ${got}`,
  );
  expect([...new Set(taken)].sort()).toEqual([
    'Noto Sans Arabic, 400, 0: NotoSansArabic-Regular',
    'Noto Sans ExtraBold, 400, 0: NotoSans-ExtraBold',
  ]);
});
