/** Drafts, saving and opening again, and who comes second. */
import { mkdir, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintFile } from '../../../electron/services/media/fingerprint';
import type { Projects } from '../../../electron/services/projects/projects';
import { AppError } from '../../../shared/api/errors';
import { setCueText } from '../../../shared/edits/cue';
import { setProjectMedia } from '../../../shared/edits/project';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import { codes, newPlace, threeSteps, withCode, type Place } from './fixture';
import { openSample, said, say, step } from './open-sample';

let place: Place;
let projects: Projects;
let folder: string;
let path: string;
beforeEach(async () => {
  place = await newPlace();
  ({ projects, folder, path } = place);
});
afterEach(() => place.remove());

describe('a draft', () => {
  it('is kept safe before it has a name, and goes once it has one', async () => {
    const {
      session,
      path: own,
      draft,
    } = await projects.createDraft({ title: 'T', language: 'kk', media: null });
    expect(draft).toBe(true);
    await expect(projects.save(session)).rejects.toEqual(withCode('bad-request'));
    const before = projects.get(session);
    const after = { ...before, meta: { ...before.meta, title: 'Named' } };
    await projects.append(session, [step(1, before, after)]);
    await projects.close(session);
    const other = place.another();
    const again = await other.open(own);
    expect(again).toMatchObject({ draft: true, project: { meta: { title: 'Named' } }, notices: [] });
    expect(await projects.drafts()).toEqual([own]);
    await other.saveAs(again.session, path);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
    expect(other.state(again.session)).toMatchObject({ draft: false, path, savedSeq: 1 });
  });
  it('in which nothing was done goes when it is closed', async () => {
    const { session } = await projects.createDraft({ title: '', language: 'en', media: null });
    await projects.close(session);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
    expect(() => projects.get(session)).toThrow(AppError);
  });
});

describe('saving', () => {
  it('and opening again gives the project, its unsaved steps and its undo', async () => {
    await threeSteps(place);
    const state = await projects.open(path);
    expect(said(state.project)).toBe('three');
    expect(state.savedSeq).toBe(3);
    expect(state.history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(codes(state)).toEqual(['unsaved-restored']);
    for (const target of [4, 3, 2])
      await projects.append(state.session, [{ kind: 'undo', seq: 9 - target, target }]);
    expect(said(projects.get(state.session))).toBe('We are engaged');
    expect(await projects.save(state.session)).toBe(7);
    expect(said(parseProjectFile(await readFile(path, 'utf8'), path).project)).toBe('We are engaged');
  });

  it('refuses steps out of turn whole, and names the one that is due', async () => {
    const { session, project } = await openSample(projects, path);
    const good = step(2, project, setCueText.apply(project, { id: 'c1', text: 'x' }));
    const stale = step(3, project, setCueText.apply(project, { id: 'c1', text: 'y' }));
    await expect(projects.append(session, [{ ...good, seq: 5 }])).rejects.toMatchObject({
      detail: { nextSeq: 2 },
    });
    await expect(projects.append(session, [good, stale])).rejects.toEqual(withCode('bad-request'));
    expect(said(projects.get(session))).toBe('We are engaged');
    expect(await projects.append(session, [good])).toBe(2);
  });

  it('keeps what another program wrote into the file meanwhile', async () => {
    const { session } = await openSample(projects, path);
    await say(projects, session, 'mine');
    await writeFile(path, 'theirs');
    await projects.save(session);
    expect(await readFile(`${path}.changed-1`, 'utf8')).toBe('theirs');
    expect(said(parseProjectFile(await readFile(path, 'utf8'), path).project)).toBe('mine');
  });

  it('survives that project and journal are deleted while it is open', async () => {
    const { session } = await openSample(projects, path);
    await say(projects, session, 'one');
    await unlink(path);
    await unlink(`${path}.journal`);
    await say(projects, session, 'two');
    expect((await readFile(`${path}.journal`, 'utf8')).trim().split('\n')).toHaveLength(3);
    await projects.save(session);
    expect(said(parseProjectFile(await readFile(path, 'utf8'), path).project)).toBe('two');
  });

  it('under another name leaves the old file as it was saved, and keeps undo', async () => {
    await threeSteps(place);
    const { session } = await projects.open(path);
    await mkdir(join(folder, 'sub'));
    const other = join(folder, 'sub', 'b.outspoken');
    expect(await projects.saveAs(session, other)).toEqual({ savedSeq: 4, path: other });
    await projects.append(session, [{ kind: 'undo', seq: 5, target: 4 }]);
    await projects.close(session);
    const old = await projects.open(path);
    expect(said(old.project)).toBe('two');
    expect(old.notices).toEqual([]);
    const moved = await projects.open(other);
    expect(said(moved.project)).toBe('two');
    expect(moved.history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('elsewhere keeps the way to the footage, in the file and in the journal', async () => {
    const film = join(folder, 'film.mp4');
    await writeFile(film, 'film');
    const { session, project } = await openSample(projects, path);
    const media = { path: film, durationMs: 9, fingerprint: await fingerprintFile(film) };
    const reference = projects.referenceTo(session, media);
    await projects.append(session, [step(2, project, setProjectMedia.apply(project, { media: reference }))]);
    expect(await projects.mediaPath(session)).toBe(film);
    await mkdir(join(folder, 'x', 'y'), { recursive: true });
    const other = join(folder, 'x', 'y', 'b.outspoken');
    await projects.saveAs(session, other);
    await say(projects, session, 'after');
    expect(parseProjectFile(await readFile(other, 'utf8'), other).project.meta.media?.path).toBe(
      '../../film.mp4',
    );
    await projects.close(session);
    const again = await projects.open(other);
    expect(again.notices.map(({ code }) => code)).toEqual(['unsaved-restored']);
    expect(await projects.mediaPath(again.session)).toBe(film);
    await projects.append(again.session, [
      { kind: 'undo', seq: 4, target: 3 },
      { kind: 'undo', seq: 5, target: 2 },
      { kind: 'redo', seq: 6, target: 2 },
    ]);
    expect(await projects.mediaPath(again.session)).toBe(film);
    await writeFile(film, 'another');
    await expect(projects.mediaPath(again.session)).rejects.toEqual(withCode('media-changed'));
    await unlink(film);
    await expect(projects.mediaPath(again.session)).rejects.toEqual(withCode('media-missing'));
  });

  it('makes the journal shorter when it is long, and loses no undo it promised', async () => {
    const own = place.another(30_000);
    const { session } = await openSample(own, path);
    for (let n = 1; n <= 1200; n += 1) {
      await say(own, session, `text ${n}`);
      if (n % 400 === 0) await own.save(session);
    }
    await say(own, session, 'last');
    await own.close(session);
    const state = await own.open(path);
    expect(state.history.length).toBeGreaterThanOrEqual(1000);
    expect(state.history[0]?.seq).toBeGreaterThan(1);
    expect(said(state.project)).toBe('last');
    expect(codes(state)).toEqual(['unsaved-restored']);
  });
});

describe('who comes second', () => {
  it('reads only, is told why, changes nothing, and can save elsewhere', async () => {
    const first = await openSample(projects, path);
    await say(projects, first.session, 'mine');
    const before = await place.files();
    const other = place.another();
    const second = await other.open(path);
    expect(second.readOnly).toContain('already open in another Outspoken window');
    expect(said(second.project)).toBe('mine');
    expect(second.notices).toEqual([]);
    await expect(say(other, second.session, 'theirs')).rejects.toEqual(withCode('read-only'));
    await expect(other.save(second.session)).rejects.toEqual(withCode('read-only'));
    await expect(other.saveAs(second.session, path)).rejects.toEqual(withCode('read-only'));
    expect(await place.files()).toEqual(before);
    const copy = join(folder, 'b.outspoken');
    await other.saveAs(second.session, copy);
    await say(other, second.session, 'theirs');
    await say(projects, first.session, 'still mine');
    expect(said(other.get(second.session))).toBe('theirs');
    await expect(projects.saveAs(first.session, copy)).rejects.toEqual(withCode('read-only'));
    await projects.close(first.session);
    expect((await place.another().open(path)).readOnly).toBeNull();
  });
});

it('does not write into a project that is only looked at', async () => {
  await threeSteps(place);
  const before = await Promise.all(
    (await place.files()).map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  const { session } = await projects.open(path);
  await projects.close(session);
  const after = await Promise.all(
    (await place.files()).map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  expect(after).toEqual(before);
});
