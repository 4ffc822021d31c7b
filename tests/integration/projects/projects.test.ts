import { execFileSync } from 'node:child_process';
import { rmdirSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProjects, type Projects } from '../../../electron/services/projects/projects';
import { AppError } from '../../../shared/api/errors';
import { setCueText } from '../../../shared/edits/cue';
import { setProjectMedia } from '../../../shared/edits/project';
import { PROJECT_VERSION } from '../../../shared/formats/project/migrations';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import { asOrdinaryUser } from '../../support/unprivileged';
import { openSample, said, say, step } from './open-sample';

let folder: string;
let path: string;
let projects: Projects;
const services: Projects[] = [];

const service = (compactAtBytes?: number): Projects => {
  const options = { draftFolder: join(folder, 'drafts') };
  const made = createProjects(compactAtBytes === undefined ? options : { ...options, compactAtBytes });
  services.push(made);
  return made;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outspoken-projects-'));
  path = join(folder, 'a.outspoken');
  projects = service();
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((one) => one.dispose()));
  await rm(folder, { recursive: true, force: true });
});

const withCode = (code: string) => expect.objectContaining({ code }) as unknown;
const filesHere = async () => (await readdir(folder)).filter((name) => name.startsWith('a.')).sort();
const codes = (state: { notices: { code: string }[] }) => state.notices.map(({ code }) => code);

/** A project with a backup: saved with “one”, then with “two”, then “three” unsaved; closed. */
async function threeSteps(): Promise<void> {
  const { session } = await openSample(projects, path);
  await say(projects, session, 'one');
  await projects.save(session);
  await say(projects, session, 'two');
  await projects.save(session);
  await say(projects, session, 'three');
  await projects.close(session);
}

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
    const again = await service().open(own);
    expect(again).toMatchObject({ draft: true, project: { meta: { title: 'Named' } }, notices: [] });
    expect(await projects.drafts()).toEqual([own]);
    const other = services.at(-1) ?? projects;
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
    await threeSteps();
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
    await threeSteps();
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
    const { fingerprintFile } = await import('../../../electron/services/media/fingerprint');
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
    const own = service(30_000);
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

describe('a damaged project', () => {
  const damage: [string, (whole: string) => string][] = [
    ['cut off', (whole) => whole.slice(0, whole.length / 2)],
    ['empty', () => ''],
    ['zeros', (whole) => '\0'.repeat(whole.length)],
    ['something else', () => 'hello'],
  ];
  it.each(damage)('(%s) is restored from backup and journal, and kept', async (_, change) => {
    await threeSteps();
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
    await threeSteps();
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
    expect(await filesHere()).toEqual(['a.outspoken', 'a.outspoken.journal']);
  });
  it.each([
    ['hello', 'not-a-project'],
    [`{"format": "outspoken", "version": ${PROJECT_VERSION + 1}}`, 'newer-version'],
  ])('that is %s is none', async (content, code) => {
    await writeFile(path, content);
    await expect(projects.open(path)).rejects.toEqual(withCode(code));
    expect(await filesHere()).toEqual(['a.outspoken']);
    await expect(projects.open(join(folder, 'none'))).rejects.toEqual(withCode('not-found'));
    await expect(projects.open(folder)).rejects.toEqual(withCode('not-found'));
  });
});

describe('a damaged journal', () => {
  const journal = () => `${path}.journal`;
  const lines = async () => (await readFile(journal(), 'utf8')).split('\n');

  it('whose last line was cut off loses that line only, says so once, and goes on', async () => {
    await threeSteps();
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
    expect(await filesHere()).not.toContain('a.outspoken.journal.damaged-1');
  });
  it('that lacks only the last line feed loses nothing', async () => {
    await threeSteps();
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
    await threeSteps();
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
    await threeSteps();
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

describe('who comes second', () => {
  it('reads only, is told why, changes nothing, and can save elsewhere', async () => {
    const first = await openSample(projects, path);
    await say(projects, first.session, 'mine');
    const before = await filesHere();
    const other = service();
    const second = await other.open(path);
    expect(second.readOnly).toContain('already open in another Outspoken window');
    expect(said(second.project)).toBe('mine');
    expect(second.notices).toEqual([]);
    await expect(say(other, second.session, 'theirs')).rejects.toEqual(withCode('read-only'));
    await expect(other.save(second.session)).rejects.toEqual(withCode('read-only'));
    await expect(other.saveAs(second.session, path)).rejects.toEqual(withCode('read-only'));
    expect(await filesHere()).toEqual(before);
    const copy = join(folder, 'b.outspoken');
    await other.saveAs(second.session, copy);
    await say(other, second.session, 'theirs');
    await say(projects, first.session, 'still mine');
    expect(said(other.get(second.session))).toBe('theirs');
    await expect(projects.saveAs(first.session, copy)).rejects.toEqual(withCode('read-only'));
    await projects.close(first.session);
    expect((await service().open(path)).readOnly).toBeNull();
  });
});

describe('places that take no files', () => {
  it('a read-only folder opens read-only with the reason; saving elsewhere works', async () => {
    await threeSteps();
    await chmod(folder, 0o777);
    await mkdir(join(folder, 'shut'));
    for (const name of await filesHere()) await cp(join(folder, name), join(folder, 'shut', name));
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
    expect(said((await service().open(join(folder, 'b.outspoken'))).project)).toBe('x');
  });

  const disk = smallDisk();
  it.skipIf(disk.reason !== null)(`a full disk loses nothing ${disk.reason ?? ''}`, async () => {
    const mount = join(folder, 'disk');
    await mkdir(mount);
    disk.mount(mount);
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
      disk.unmount(mount);
    }
  });
});

/** A disk of half a MB to fill up, where this system lets us mount one. */
function smallDisk(): { reason: string | null; mount(at: string): void; unmount(at: string): void } {
  const mount = (at: string) =>
    void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', at], { stdio: 'ignore' });
  const unmount = (at: string) => void execFileSync('umount', [at], { stdio: 'ignore' });
  const probe = execFileSync('mktemp', ['-d']).toString().trim();
  try {
    mount(probe);
    unmount(probe);
    return { reason: null, mount, unmount };
  } catch {
    return { reason: '(skipped: this system does not let the tests mount a small disk)', mount, unmount };
  } finally {
    rmdirSync(probe);
  }
}

it('does not write into a project that is only looked at', async () => {
  await threeSteps();
  const before = await Promise.all(
    (await filesHere()).map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  const { session } = await projects.open(path);
  await projects.close(session);
  const after = await Promise.all(
    (await filesHere()).map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  expect(after).toEqual(before);
});
