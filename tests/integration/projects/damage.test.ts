/** Damaged project files and journals, and places that take no files: nothing is lost, and it is said. */
import { chmod, cp, mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Projects } from '../../../electron/services/projects/projects';
import { PROJECT_VERSION } from '../../../shared/formats/project/migrations';
import { smallDisk } from '../../support/small-disk';
import { asOrdinaryUser } from '../../support/unprivileged';
import { codes, newPlace, threeSteps, withCode, type Place } from './fixture';
import { openSample, said, say } from './open-sample';

let place: Place;
let projects: Projects;
let folder: string;
let path: string;
beforeEach(async () => {
  place = await newPlace();
  ({ projects, folder, path } = place);
});
afterEach(() => place.remove());

describe('a damaged project', () => {
  const damage: [string, (whole: string) => string][] = [
    ['cut off', (whole) => whole.slice(0, whole.length / 2)],
    ['empty', () => ''],
    ['zeros', (whole) => '\0'.repeat(whole.length)],
    ['something else', () => 'hello'],
  ];
  it.each(damage)('(%s) is restored from backup and journal, and kept', async (_, change) => {
    await threeSteps(place);
    const broken = change(await readFile(path, 'utf8'));
    await writeFile(path, broken);
    const state = await projects.open(path);
    expect(said(state.project)).toBe('three');
    expect(codes(state)).toContain('project-restored');
    expect(state.notices[0]?.message).toContain('a.outspoken.damaged-1');
    expect(await readFile(`${path}.damaged-1`, 'utf8')).toBe(broken);
    expect(await projects.save(state.session)).toBe(4);
    await projects.close(state.session);
    expect(codes(await projects.open(path))).toEqual([]);
  });
  it('is restored from the backup alone where the journal is gone', async () => {
    await threeSteps(place);
    await writeFile(path, '{"format": "outspoken"');
    await unlink(`${path}.journal`);
    const state = await projects.open(path);
    expect(said(state.project)).toBe('one');
    expect(codes(state)).toEqual(['project-restored']);
  });
  it('without a backup is left as it is, with a clear error', async () => {
    await openSample(projects, path).then(({ session }) => projects.close(session));
    await rm(`${path}.bak`, { force: true });
    await writeFile(path, '{"format": "outspoken"');
    await expect(projects.open(path)).rejects.toMatchObject({
      code: 'damaged-project',
      detail: { kept: 'a.outspoken' },
    });
    expect(await readFile(path, 'utf8')).toBe('{"format": "outspoken"');
    expect(await place.files()).toEqual(['a.outspoken', 'a.outspoken.journal']);
  });
  it.each([
    ['hello', 'not-a-project'],
    [`{"format": "outspoken", "version": ${PROJECT_VERSION + 1}}`, 'newer-version'],
  ])('that is %s is none', async (content, code) => {
    await writeFile(path, content);
    await expect(projects.open(path)).rejects.toEqual(withCode(code));
    expect(await place.files()).toEqual(['a.outspoken']);
    await expect(projects.open(join(folder, 'none'))).rejects.toEqual(withCode('not-found'));
    await expect(projects.open(folder)).rejects.toEqual(withCode('not-found'));
  });
});

describe('a damaged journal', () => {
  const journal = () => `${path}.journal`;
  const lines = async () => (await readFile(journal(), 'utf8')).split('\n');

  it('whose last line was cut off loses that line only, says so once, and goes on', async () => {
    await threeSteps(place);
    const whole = await readFile(journal());
    await writeFile(journal(), whole.subarray(0, whole.length - 20));
    const state = await projects.open(path);
    expect(said(state.project)).toBe('two');
    expect(codes(state)).toEqual(['journal-torn']);
    await say(projects, state.session, 'four');
    await projects.close(state.session);
    const again = await projects.open(path);
    expect(said(again.project)).toBe('four');
    expect(codes(again)).toEqual(['unsaved-restored']);
    expect(await place.files()).not.toContain('a.outspoken.journal.damaged-1');
  });
  it('that lacks only the last line feed loses nothing', async () => {
    await threeSteps(place);
    const whole = await readFile(journal());
    await writeFile(journal(), whole.subarray(0, whole.length - 1));
    const state = await projects.open(path);
    expect(said(state.project)).toBe('three');
    expect(codes(state)).toEqual(['unsaved-restored']);
    await say(projects, state.session, 'four');
    await projects.close(state.session);
    expect(said((await projects.open(path)).project)).toBe('four');
  });
  it('in the middle of what is unsaved is read up to there, and kept', async () => {
    await threeSteps(place);
    const { session } = await projects.open(path);
    await say(projects, session, 'four');
    await projects.close(session);
    const all = await lines();
    const broken = [...all.slice(0, 3), 'x' + (all[3] ?? ''), ...all.slice(4)].join('\n');
    await writeFile(journal(), broken);
    const state = await projects.open(path);
    expect(said(state.project)).toBe('two');
    expect(codes(state)).toEqual(['journal-damaged']);
    expect(await readFile(`${journal()}.damaged-1`, 'utf8')).toBe(broken);
    await projects.close(state.session);
    expect(codes(await projects.open(path))).toEqual([]);
  });
  it('of another project, or of another copy, is never applied', async () => {
    await threeSteps(place);
    const own = await readFile(journal());
    const copy = join(folder, 'copy.outspoken');
    await cp(path, copy);
    const { session } = await projects.open(copy);
    await say(projects, session, 'their third');
    await projects.save(session);
    await projects.close(session);
    await rename(copy, path);
    const state = await projects.open(path);
    expect(said(state.project)).toBe('their third');
    expect(codes(state)).toEqual(['journal-foreign']);
    expect(await readFile(`${journal()}.damaged-1`)).toEqual(own);
  });
});

describe('places that take no files', () => {
  it('a read-only folder opens read-only with the reason; saving elsewhere works', async () => {
    await threeSteps(place);
    await chmod(folder, 0o777);
    await mkdir(join(folder, 'shut'));
    for (const name of await place.files()) await cp(join(folder, name), join(folder, 'shut', name));
    await chmod(join(folder, 'shut'), 0o555);
    await chmod(path, 0o444);
    await asOrdinaryUser(async () => {
      const shut = await projects.open(join(folder, 'shut', 'a.outspoken'));
      expect(shut.readOnly).toContain('may not write into the folder “shut”');
      expect(said(shut.project)).toBe('three');
      await expect(say(projects, shut.session, 'x')).rejects.toEqual(withCode('read-only'));
      await expect(projects.saveAs(shut.session, join(folder, 'shut', 'b.outspoken'))).rejects.toEqual(
        withCode('no-permission'),
      );
      await projects.saveAs(shut.session, join(folder, 'b.outspoken'));
      await say(projects, shut.session, 'x');
      const locked = await projects.open(path);
      expect(locked.readOnly).toContain('“a.outspoken” is write-protected');
      await projects.dispose();
    });
    await chmod(join(folder, 'shut'), 0o755);
    expect(said((await place.another().open(join(folder, 'b.outspoken'))).project)).toBe('x');
  });

  it('a full disk loses nothing', async ({ skip }) => {
    const disk = smallDisk(folder, 512);
    if (!disk) return skip();
    const mount = disk.path;
    try {
      const own = join(mount, 'a.outspoken');
      const { session } = await openSample(projects, own);
      await say(projects, session, 'one');
      await projects.save(session);
      const fill = async () => {
        for (const size of [65_536, 4096])
          for (let n = 0; ; n += 1) {
            const ok = await writeFile(join(mount, `fill-${size}-${n}`), Buffer.alloc(size)).then(
              () => true,
              () => false,
            );
            if (!ok) break;
          }
      };
      await fill();
      const long = 'x'.repeat(9000);
      await expect(say(projects, session, long)).rejects.toEqual(withCode('disk-full'));
      await expect(say(projects, session, long)).rejects.toEqual(withCode('disk-full'));
      expect(said(projects.get(session))).toBe('one');
      const before = await readFile(own);
      await expect(projects.saveAs(session, join(mount, 'b.outspoken'))).rejects.toEqual(
        withCode('disk-full'),
      );
      expect(await readFile(own)).toEqual(before);
      expect((await readdir(mount)).filter((name) => !/^a\.outspoken|^fill-/.test(name))).toEqual([]);
      for (const name of await readdir(mount)) if (name.startsWith('fill-')) await unlink(join(mount, name));
      await say(projects, session, 'two');
      await projects.close(session);
      const again = await projects.open(own);
      expect(said(again.project)).toBe('two');
      expect(codes(again)).toEqual(['unsaved-restored']);
      await projects.close(again.session);
    } finally {
      await projects.dispose();
      disk.remove();
    }
  });
});
