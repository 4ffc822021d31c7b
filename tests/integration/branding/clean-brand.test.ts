/** A person's logo or end card is hostile: only its pixels get into the campaign. */
import { appendFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  addBrandFile,
  placeBranding,
  readBranding,
  saveBranding,
} from '../../../electron/services/branding/campaign-branding';
import { cleanBrand, withCleaned } from '../../../electron/services/branding/clean-brand';
import { NO_BRANDING, USUAL_LOGO } from '../../../shared/domain/branding';
import { AAC, H264, picture, temporaryFolder, testMedia, tone, TOOLS } from '../../support/media';
import { probed } from '../export/fixture';

const SECRETS = ['Aigerim Secret', '+43.2220+076.8512', 'hidden behind the end'];
const still = (extension: string) =>
  testMedia(
    [
      ...['-f', 'lavfi', '-i', 'color=red:s=300x150:d=1', '-frames:v', '1'],
      ...['-metadata', `comment=${SECRETS[0]}`, '-metadata', `title=${SECRETS[0]}`],
    ],
    extension,
  );

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, 'tmp'));
});
afterEach(() => folder.remove());
const inFolder = (name: string) => join(folder.path, name);
const options = () => ({ tools: TOOLS, temporaryFolder: inFolder('tmp') });

it.each(['.png', '.jpg', '.webp'])('a %s keeps its pixels and nothing else', async (extension) => {
  const source = inFolder(`logo${extension}`);
  writeFileSync(source, readFileSync(still(extension)));
  appendFileSync(source, SECRETS[2] ?? '');
  const { file, bytes } = await cleanBrand(source, 'logo', options());
  expect(file).toMatch(/^brand-[0-9a-f]{16}\.png$/);
  for (const secret of SECRETS) expect(Buffer.from(bytes).includes(secret)).toBe(false);
  await addBrandFile(folder.path, { file, bytes });
  expect(probed(inFolder(`branding/${file}`), 'stream=codec_name,width,height')).toBe('png,300,150');
  expect((await cleanBrand(source, 'card', options())).file).toBe(file);
});

it('a video keeps its picture only: no sound, names or places, 30 s at the most', async () => {
  const source = testMedia(
    [
      ...picture('10', 31, '64x36'),
      ...tone(0, 31_000, 31),
      ...H264,
      ...AAC,
      ...['-metadata', `artist=${SECRETS[0]}`, '-metadata', `location=${SECRETS[1]}`],
    ],
    '.mov',
  );
  const { file, bytes } = await cleanBrand(source, 'card', options());
  expect(file).toMatch(/\.mp4$/);
  for (const secret of SECRETS) expect(Buffer.from(bytes).includes(secret)).toBe(false);
  writeFileSync(inFolder('card.mp4'), bytes);
  expect(probed(inFolder('card.mp4'), 'stream=codec_name', 'a')).toBe('');
  expect(Number(probed(inFolder('card.mp4'), 'format=duration'))).toBeCloseTo(30, 0);
  expect(readdirSync(inFolder('tmp'))).toEqual([]);
  await expect(cleanBrand(source, 'logo', options())).rejects.toMatchObject({ code: 'bad-picture' });
});

it.each([
  ['a list of files', 'ffconcat version 1.0\nfile /etc/passwd\n'],
  ['a vector program', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
  ['text', 'hello'],
  ['nothing', ''],
  ['half a picture', '\u0089PNG\r\n'],
])('%s in the disguise of a picture is refused', async (_, text) => {
  writeFileSync(inFolder('logo.png'), text, 'latin1');
  for (const use of ['logo', 'card'] as const)
    await expect(cleanBrand(inFolder('logo.png'), use, options())).rejects.toMatchObject({
      name: 'AppError',
    });
  expect(readdirSync(inFolder('tmp'))).toEqual([]);
});

it('what a campaign has is found beside project or footage, and what has no file is not there', async () => {
  const logo = await cleanBrand(still('.png'), 'logo', options());
  await addBrandFile(folder.path, logo);
  const branding = {
    logo: { ...USUAL_LOGO, file: logo.file },
    endCard: { file: 'brand-0000000000000000.mp4', durationMs: 1000 },
  };
  await saveBranding(folder.path, branding);
  expect(await readBranding([inFolder('tmp'), folder.path])).toEqual({ ...branding, endCard: null });
  await expect(placeBranding([folder.path], branding)).rejects.toMatchObject({ code: 'not-found' });
  writeFileSync(inFolder('branding/branding.json'), '{"logo":{"file":"../../etc/passwd"}}');
  expect(await readBranding([folder.path])).toEqual(NO_BRANDING);
});

it('pictures for one video are cleaned and gone after it', async () => {
  const source = still('.jpg');
  const given = { logo: { ...USUAL_LOGO, path: source }, endCard: { path: source, durationMs: 700 } };
  const used = await withCleaned(given, options(), (placed) => {
    expect(readFileSync(placed.logo?.path ?? '').includes(SECRETS[0] ?? '')).toBe(false);
    return Promise.resolve(placed);
  });
  expect(used.endCard).toMatchObject({ durationMs: 700, isMoving: false });
  expect(readdirSync(inFolder('tmp'))).toEqual([]);
});
