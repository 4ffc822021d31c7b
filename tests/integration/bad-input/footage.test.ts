import { chmodSync, copyFileSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/api/errors';
import { setCueText } from '../../../shared/edits/cue';
import { setProjectMedia } from '../../../shared/edits/project';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { AAC, footage, H264, picture, testMedia, tone } from '../../support/media';
import { asOrdinaryUser } from '../../support/unprivileged';
import { failureOf, handleOf, openFilm, startApp, type App, type Film } from './fixture';

let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const here = (name: string) => join(app.folder, name);
const align = ({ session }: Film) =>
  failureOf(app.client, () => app.client.call('align.start', { session, words: null }));
const burn = ({ session, track }: Film, name = 'out.mp4') =>
  failureOf(app.client, () =>
    app.client.call('export.video', {
      session,
      output: PLAIN_BURN_IN,
      tracks: [track],
      target: app.services.mint(here(name)),
      span: null,
    }),
  );

/** A code for the screens, and the words a person needs. */
function expectSaid(error: AppError, code: string, words: readonly string[]): void {
  expect(error.code).toBe(code);
  for (const word of words) expect(error.message).toContain(word);
  expect(error.message).not.toContain(app.folder);
}

function notRefused(): never {
  throw new Error('it was written all the same');
}

/** Work goes on: an edit is taken, saved, and there when the project is opened again. Gives the state of its footage then. */
async function expectIntact({ document, session }: Film): Promise<string> {
  const id = document.project().cues[0]?.id ?? '';
  await document.run(setCueText, { id, text: 'still here' });
  await app.client.call('project.save', { session });
  await app.client.call('project.close', { session });
  const again = await app.client.call('project.open', { file: await handleOf(app, 'film.outspoken') });
  expect(again.notices).toEqual([]);
  expect(again.project.cues.map(({ text }) => text)).toEqual(['still here']);
  expect(again.project.paragraphs[0]?.words.map(({ text }) => text).join(' ')).toContain('born here');
  await app.client.call('project.close', { session: again.session });
  return again.media.state;
}

describe('footage that is removed while its project is open', () => {
  it('is missed by alignment and export, and nothing is lost', async () => {
    const film = await openFilm(app, footage());
    rmSync(here('footage.mp4'));
    for (const error of [await align(film), await burn(film)])
      expectSaid(error, 'media-missing', ['footage.mp4', 'safe', 'Choose where it is now']);
    expect(readdirSync(app.folder)).not.toContain('out.mp4');
    expect(await expectIntact(film)).toBe('missing');
  });

  it('does not stop subtitles from being exported', async () => {
    const { session, track } = await openFilm(app, footage());
    rmSync(here('footage.mp4'));
    const target = app.services.mint(here('out.srt'));
    await app.client.call('export.subtitles', { session, track, format: 'srt', target });
    expect(readFileSync(here('out.srt'), 'utf8')).toContain('We were born here');
  });
});

describe('another file in the place of the footage', () => {
  const other = () => testMedia([...picture('25', 3), ...tone(0, 3, 3), ...H264, ...AAC]);

  it('is never taken for it', async () => {
    const film = await openFilm(app, footage());
    copyFileSync(other(), here('footage.mp4'));
    for (const error of [await align(film), await burn(film)])
      expectSaid(error, 'media-changed', ['footage.mp4', 'safe', 'Choose the right file']);
    expect(readdirSync(app.folder)).not.toContain('out.mp4');
    expect(await expectIntact(film)).toBe('changed');
  });

  it('is refused as its new place, and the right one, moved, is taken', async () => {
    const film = await openFilm(app, footage());
    const { document, session } = film;
    renameSync(here('footage.mp4'), here('moved.mp4'));
    copyFileSync(other(), here('other.mp4'));
    const sameAs = document.project().meta.media;
    const useMedia = async (name: string) =>
      app.client.call('project.useMedia', { session, file: await handleOf(app, name), sameAs });
    await expect(useMedia('other.mp4')).rejects.toMatchObject({ code: 'media-changed' });
    const { reference, media } = await useMedia('moved.mp4');
    expect(media.state).toBe('ok');
    await document.run(setProjectMedia, { media: reference });
    expect(await expectIntact(film)).toBe('ok');
  });
});

describe('half a film', () => {
  it('without sound cannot be aligned, and says what can still be done', async () => {
    const film = await openFilm(app, testMedia([...picture(), ...H264]));
    expectSaid(await align(film), 'no-audio', ['footage.mp4', 'no sound', 'by hand']);
    expect(await expectIntact(film)).toBe('ok');
  });

  it('without a picture cannot be burned into, and says what can still be done', async () => {
    const film = await openFilm(app, testMedia([...tone(), ...AAC], '.m4a'), { name: 'sound.m4a' });
    expectSaid(await burn(film), 'no-video', ['sound.m4a', 'no picture', 'SRT']);
    expect(readdirSync(app.folder)).not.toContain('out.mp4');
    expect(await expectIntact(film)).toBe('ok');
  });
});

describe('a read-only folder', () => {
  it('takes no export, says so, and nothing is lost', async () => {
    const film = await openFilm(app, footage());
    chmodSync(app.folder, 0o555);
    chmodSync(app.home, 0o777);
    for (const name of readdirSync(app.home, { recursive: true, encoding: 'utf8' }))
      chmodSync(join(app.home, name), 0o777);
    await asOrdinaryUser(async () => {
      const { session, track } = film;
      const target = app.services.mint(here('out.srt'));
      const text = app.client.call('export.subtitles', { session, track, format: 'srt', target });
      const errors = [await text.then(notRefused, (error: AppError) => error), await burn(film)];
      for (const error of errors)
        expectSaid(error, 'no-permission', ['Nothing was changed', 'Choose another folder']);
    });
    chmodSync(app.folder, 0o755);
    expect(readdirSync(app.folder).filter((name) => !name.startsWith('film'))).toEqual(['footage.mp4']);
    expect(await expectIntact(film)).toBe('ok');
  });
});
