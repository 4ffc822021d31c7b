/** The style editor: the picture follows every change, each gesture is one step, everything is a command. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app';
import { H264, testMedia } from '../support/media';
import { command, importSubtitles, openVideo } from '../support/person';
import { expectAccessible, inTheme, picture } from '../support/screens';
import { subtitlePixels, type SubtitlePixels } from '../support/subtitle-pixels';

const HEAVY = join(
  import.meta.dirname,
  '../../node_modules/@expo-google-fonts/noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf',
);

const panel = (page: Page) => page.getByRole('region', { name: 'Style' }).first();
const slider = (page: Page, name: string) => panel(page).getByRole('slider', { name });

async function drawn(page: Page, is: (now: SubtitlePixels) => boolean): Promise<void> {
  await expect.poll(async () => is(await subtitlePixels(page)), { timeout: 20_000 }).toBe(true);
}

test('styles are changed on the real picture', async ({ app }) => {
  const { page, folder } = app;
  const film = testMedia([
    ...[
      '-f',
      'lavfi',
      '-i',
      'gradients=s=1280x720:r=25:d=4:c0=0x203050:c1=0x705030:speed=0.00001:nb_colors=2',
      ...H264,
    ],
  ]);
  copyFileSync(film, join(folder, 'film.mp4'));
  writeFileSync(
    join(folder, 'film.srt'),
    '1\n00:00:00,000 --> 00:00:03,900\nWe were told to leave\nbefore the buses came.\n',
  );
  copyFileSync(HEAVY, join(folder, 'heavy.ttf'));
  await openVideo(page, 'film.mp4');
  await importSubtitles(page, 'film.srt');
  await page.keyboard.press('Alt+5');
  await expect(panel(page)).toBeVisible();
  await drawn(page, ({ ink }) => ink > 0);
  const plain = await subtitlePixels(page);

  // A drag is many changes and one step; Escape takes all of it back.
  const size = slider(page, 'Size');
  await size.focus();
  for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight');
  await drawn(page, ({ height }) => height > plain.height);
  await dragTo(page, 'Size', 0.6);
  await drawn(page, ({ height }) => height > plain.height * 1.5);
  const large = await subtitlePixels(page);
  await page.keyboard.press('ControlOrMeta+z');
  await drawn(page, ({ height }) => height < large.height * 0.8);

  await command(page, 'Box behind the text on or off');
  await drawn(page, ({ dark }) => dark > plain.dark * 4);
  await command(page, 'Style: broadcast box');
  await expect(panel(page).getByRole('checkbox', { name: 'A colour for each speaker' })).toBeChecked();
  await panel(page).getByRole('button', { name: 'New from this' }).click();
  await expect(panel(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Outspoken 2');

  const thin = await subtitlePixels(page);
  await panel(page)
    .getByRole('button', { name: /Weight/ })
    .click();
  await page.getByRole('option', { name: 'Black' }).click();
  await drawn(page, ({ light }) => light > thin.light * 1.15);
  await page.keyboard.press('ControlOrMeta+z');
  await drawn(page, ({ light }) => light < thin.light * 1.05);
  await panel(page).getByRole('button', { name: 'Add a font file…' }).click();
  await page.getByRole('option', { name: 'heavy.ttf' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('“Noto Sans ExtraBold” now belongs to the campaign')).toBeVisible();
  await drawn(page, ({ light }) => light > thin.light * 1.15);

  await picture(page, 'styles-dark');
  await expectAccessible(page, 'style editor');
  await inTheme(page, 'light');
  await panel(page)
    .locator('.styles__body')
    .evaluate((element) => element.scrollTo(0, 0));
  await picture(page, 'styles-light');
});

async function dragTo(page: Page, name: string, share: number): Promise<void> {
  const box = await slider(page, name).boundingBox();
  if (!box) throw new Error(`no slider ${name}`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  for (const part of [0.35, 0.5, share]) await page.mouse.move(box.x + box.width * part, y);
  await page.mouse.up();
}
