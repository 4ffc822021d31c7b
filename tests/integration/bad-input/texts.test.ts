import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_VERSION } from '../../../shared/formats/project/migrations';
import { footage } from '../../support/media';
import { failureOf, handleOf, openFilm, startApp, type App } from './fixture';

let app: App;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const here = (name: string) => join(app.folder, name);

describe('a transcript', () => {
  const read = async (name: string) =>
    app.client.call('transcript.read', {
      source: { kind: 'file', file: await handleOf(app, name) },
      language: 'en',
      encoding: null,
    });

  it('of 0 bytes is said to be empty', async () => {
    writeFileSync(here('talk.txt'), '');
    await expect(read('talk.txt')).rejects.toMatchObject({
      code: 'empty-file',
      detail: { name: 'talk.txt' },
    });
    await expect(read('talk.txt')).rejects.toThrow(
      /“talk.txt” is empty \(0 bytes\).*Check that it was copied/,
    );
  });

  it.each(['talk.txt', 'talk.docx', 'talk.srt', 'talk.json'])(
    'of 50 MB is not even read: %s',
    async (name) => {
      writeFileSync(here(name), '');
      truncateSync(here(name), 50 * 1024 * 1024);
      await expect(read(name)).rejects.toMatchObject({ code: 'too-large', detail: { name } });
      await expect(read(name)).rejects.toThrow(/is 50 MB, more than the .* Nothing was imported/);
    },
  );
});

describe('a transcript in another script than the language', () => {
  const RUSSIAN = 'Анна: Все люди рождаются свободными и равными в своём достоинстве и правах.';
  const startAlign = (session: string) =>
    failureOf(app.client, () => app.client.call('align.start', { session, words: null }));

  it.each([
    ['Russian as English', RUSSIAN, 'en', ['Cyrillic', 'English']],
    ['Russian with an English name as English', `${RUSSIAN} (UN)`, 'en', ['Cyrillic', 'English']],
    ['English as Russian', 'Anna: All human beings are born free and equal.', 'ru', ['Latin', 'Russian']],
    ['Arabic as Kazakh', 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق', 'kk', ['Arabic', 'Kazakh']],
  ])('is refused before anything is timed: %s', async (_, text, language, words) => {
    const { session, document } = await openFilm(app, footage(), { text, language });
    const before = document.project();
    const error = await startAlign(session);
    expect(error.code).toBe('wrong-script');
    for (const word of [...words, 'Nothing was timed', 'Choose the right language'])
      expect(error.message).toContain(word);
    await app.client.call('project.close', { session });
    const again = await app.client.call('project.open', { file: await handleOf(app, 'film.outspoken') });
    expect(again.project.paragraphs).toEqual(before.paragraphs);
  });

  it.each([
    [
      'an interview in two languages',
      `${RUSSIAN}\n\nBob: We were born here, this is our land, and we stay.`,
      'en',
    ],
    [
      'Serbian, which has two',
      'Ana: Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima.',
      'sr',
    ],
  ])('is not held against %s', async (_, text, language) => {
    const { session } = await openFilm(app, footage(), { text, language });
    // The footage holds a tone only: that is found out by listening, after the script.
    expect((await startAlign(session)).code).toBe('no-speech');
  });
});

describe('a project', () => {
  it('of a newer version is left as it is, with what to do', async () => {
    const content = JSON.stringify({ format: 'outspoken', version: PROJECT_VERSION + 1, more: 'unknown' });
    writeFileSync(here('next.outspoken'), content);
    const open = app.client.call('project.open', { file: await handleOf(app, 'next.outspoken') });
    await expect(open).rejects.toMatchObject({ code: 'newer-version', detail: { name: 'next.outspoken' } });
    await expect(open).rejects.toThrow(/newer Outspoken .* not changed\. Please update/);
    expect(readFileSync(here('next.outspoken'), 'utf8')).toBe(content);
    expect(readdirSync(app.folder)).toEqual(['next.outspoken']);
  });

  it('in a second window is read-only, says why, and can still be exported', async () => {
    const first = await openFilm(app, footage());
    const second = await startApp();
    try {
      const { handle } = await second.client.call('files.find', { path: here('film.outspoken') });
      const opened = await second.client.call('project.open', { file: handle });
      expect(opened.readOnly).toContain('already open in another Outspoken window');
      const target = second.services.mint(here('second.srt'));
      const { session } = opened;
      await second.client.call('export.subtitles', { session, track: first.track, format: 'srt', target });
      expect(readFileSync(here('second.srt'), 'utf8')).toContain('We were born here');
      const save = second.client.call('project.save', { session });
      await expect(save).rejects.toMatchObject({ code: 'read-only' });
      await expect(save).rejects.toThrow(/already open.*Save as/);
    } finally {
      await second.close();
    }
    await app.client.call('project.save', { session: first.session });
  });
});
