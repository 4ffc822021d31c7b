import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../shared/api/client';
import type { OpenedProject } from '../../shared/api/contract';
import type { JournalEntry } from '../../shared/domain/change';
import type { Job } from '../../shared/domain/job';

/** One way to reach the services: a client, a second one beside it, and an empty folder to work in. */
export interface Subject {
  readonly client: Client;
  readonly second: Client;
  readonly folder: string;
  /** How a program comes into the settings: the person typed it, the system asks them, or not over this host. */
  readonly programs: 'typed' | 'asked' | 'elsewhere';
  /** Sends a call past the typed client; the answer as it came. */
  raw(method: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

function renamed(
  opened: OpenedProject,
  seq: number,
  title: string,
  from = opened.project.meta.title,
): JournalEntry {
  const before = { ...opened.project.meta, title: from };
  return {
    kind: 'do',
    seq,
    command: 'project.setTitle',
    label: 'edit.project.setTitle',
    changes: [{ table: 'meta', id: before.id, before, after: { ...before, title } }],
  };
}

/** What every host must do alike. `footage` makes (or finds) two seconds of video with sound. */
export function conformance(
  name: string,
  connect: () => Promise<Subject>,
  footage: () => Promise<string>,
): void {
  describe(`the contract over ${name}`, () => {
    let subject: Subject;
    let client: Client;
    beforeAll(async () => {
      subject = await connect();
      client = subject.client;
    });
    afterAll(() => subject.close());

    const target = async (file: string) => {
      const folder = await client.call('files.find', { path: subject.folder });
      return (await client.call('files.target', { folder: folder.handle, name: file })).file.handle;
    };
    const ended = (start: () => Promise<Job>): Promise<Job> =>
      new Promise((resolve, reject) => {
        const off = client.on('job.changed', (job) => {
          if (id !== null && job.id === id && job.state !== 'running' && job.state !== 'queued') {
            off();
            resolve(job);
          }
        });
        let id: string | null = null;
        start().then(async (job) => {
          id = job.id;
          const now = (await client.call('jobs.list', {})).find((other) => other.id === job.id);
          if (now && now.state !== 'running' && now.state !== 'queued') {
            off();
            resolve(now);
          }
        }, reject);
      });

    it('says what it is', async () => {
      const info = await client.call('app.info', {});
      expect(info.tools.map((tool) => tool.name)).toEqual(['ffmpeg', 'ffprobe']);
    });

    it.each([
      ['a method that is not there', 'app.nothing', {}],
      ['a name every object has', 'toString', {}],
      ['an input of the wrong shape', 'media.probe', { file: 5 }],
      ['no input', 'media.probe', null],
      ['a path instead of a handle', 'media.probe', { file: '/etc/passwd' }],
    ])('answers %s with bad-request, as data', async (_what, method, input) => {
      expect(await subject.raw(method, input)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    });

    it('knows only handles it gave', async () => {
      const call = client.call('media.probe', { file: 'file_AAAAAAAAAAAAAAAAAAAAAAAA' });
      await expect(call).rejects.toMatchObject({ code: 'unknown-handle' });
    });

    it('carries an error whole: code, message, detail', async () => {
      await writeFile(join(subject.folder, 'empty.mp4'), '');
      const { handle } = await client.call('files.find', { path: join(subject.folder, 'empty.mp4') });
      const call = client.call('media.probe', { file: handle });
      await expect(call).rejects.toMatchObject({ code: 'empty-file', detail: { name: 'empty.mp4' } });
      await expect(call).rejects.toThrow('empty.mp4');
    });

    it('keeps a project through edit, undo, save, close and open', async () => {
      const opened = await client.call('project.create', { media: null, language: 'kk', title: 'Draft' });
      expect(opened.file).toBeNull();
      const { session } = opened;
      await client.call('project.append', {
        session,
        entries: [renamed(opened, 1, 'One'), renamed(opened, 2, 'Two', 'One')],
      });
      await client.call('project.append', { session, entries: [{ kind: 'undo', seq: 3, target: 2 }] });
      const saved = await client.call('project.saveAs', {
        session,
        file: await target('Ä 日本 ‘x’.outspoken'),
      });
      expect(saved.savedSeq).toBe(3);
      await client.call('project.close', { session });
      const again = await client.call('project.open', { file: saved.file.handle });
      expect(again.project.meta.title).toBe('One');
      expect(again.history.map(({ kind, seq }) => [kind, seq])).toEqual([
        ['do', 1],
        ['do', 2],
        ['undo', 3],
      ]);
      expect(again.readOnly).toBeNull();
      await client.call('project.close', { session: again.session });
    });

    it('refuses a step out of turn and keeps what it has', async () => {
      const opened = await client.call('project.create', { media: null, language: 'en', title: 'Draft' });
      const { session } = opened;
      const wrong = client.call('project.append', { session, entries: [renamed(opened, 7, 'Seven')] });
      await expect(wrong).rejects.toMatchObject({ code: 'bad-request' });
      expect(await client.call('project.append', { session, entries: [renamed(opened, 1, 'One')] })).toEqual({
        seq: 1,
      });
      await client.call('project.close', { session });
    });

    it('opens a project a second time read-only, says why, and keeps sessions apart', async () => {
      const opened = await client.call('project.create', { media: null, language: 'en', title: 'Shared' });
      const { file } = await client.call('project.saveAs', {
        session: opened.session,
        file: await target('shared.outspoken'),
      });
      const found = await subject.second.call('files.find', { path: join(subject.folder, file.name) });
      const other = await subject.second.call('project.open', { file: found.handle });
      expect(other.readOnly).toMatch(/\w+ \w+/);
      const entries = [renamed(other, other.savedSeq + 1, 'Mine')];
      await expect(
        subject.second.call('project.append', { session: other.session, entries }),
      ).rejects.toMatchObject({ code: 'read-only' });
      await expect(
        subject.second.call('project.append', { session: opened.session, entries }),
      ).rejects.toMatchObject({
        code: 'unknown-handle',
      });
      await client.call('project.close', { session: opened.session });
      await subject.second.call('project.close', { session: other.session });
    });

    it('reads a pasted transcript', async () => {
      const draft = await client.call('transcript.read', {
        source: { kind: 'text', text: 'Anna: Hello there.\n\nBota: Good morning.\n\nAnna: Yes.' },
        language: 'en',
        encoding: null,
      });
      expect(draft.speakers.map((speaker) => speaker.name)).toEqual(['Anna', 'Bota']);
      expect(draft.paragraphs.map((paragraph) => paragraph.text)).toEqual([
        'Hello there.',
        'Good morning.',
        'Yes.',
      ]);
    });

    it('runs a job to a result, told by events', async () => {
      const { handle } = await client.call('files.find', { path: await footage() });
      const job = await ended(() => client.call('media.waveform', { file: handle }));
      expect(job).toMatchObject({ kind: 'waveform', state: 'done', progress: 1, error: null });
      const result = await client.call('jobs.result', { job: job.id });
      if (result.kind !== 'waveform') throw new Error(result.kind);
      const buckets = result.levels[0]?.buckets ?? 0;
      expect(buckets).toBeGreaterThan(100);
      const { base64 } = await client.call('media.peaks', { file: handle, level: 0, from: 0, to: buckets });
      const peaks = new Int8Array(Buffer.from(base64, 'base64'));
      expect(peaks.length).toBe(buckets * 2);
      expect(Math.max(...peaks)).toBeGreaterThan(5);
    });

    it('opens footage with a new project', async () => {
      const { handle } = await client.call('files.find', { path: await footage() });
      const { project, media, session } = await client.call('project.create', {
        media: handle,
        language: 'en',
        title: 'Film',
      });
      expect(media.state).toBe('ok');
      expect(media.info?.video).not.toBeNull();
      expect(project.meta.media?.durationMs).toBe(media.info?.durationMs);
      await client.call('project.close', { session });
    });

    it('aligns a piece of a transcript, and says why it cannot align the whole of it', async () => {
      const { handle } = await client.call('files.find', { path: await footage() });
      const opened = await client.call('project.create', { media: handle, language: 'en', title: 'Film' });
      const { session } = opened;
      const word = (id: string, text: string) => ({ id, text, startMs: null, endMs: null, confidence: null });
      const paragraph = {
        ...{ id: 'p', order: 0, speakerId: null, language: null, hintMs: null },
        words: [word('a', 'Nobody'), word('b', 'says'), word('c', 'this.')],
      };
      const changes = [{ table: 'paragraphs' as const, id: 'p', before: null, after: paragraph }];
      const label = 'edit.transcript.replace';
      const entry = { kind: 'do' as const, seq: 1, command: 'transcript.replace', label, changes };
      await client.call('project.append', { session, entries: [entry] });
      const whole = await ended(() => client.call('align.start', { session, words: null }));
      expect(whole).toMatchObject({ kind: 'align', state: 'failed', error: { code: 'no-speech' } });
      const piece = await ended(() => client.call('align.start', { session, words: { from: 'b', to: 'c' } }));
      const result = await client.call('jobs.result', { job: piece.id });
      if (result.kind !== 'align') throw new Error(result.kind);
      expect(result.alignment.words.map(({ wordId }) => wordId)).toContain('c');
      expect(result.range?.startMs).toBe(0);
      const nowhere = client.call('align.start', { session, words: { from: 'b', to: 'z' } });
      await expect(nowhere).rejects.toMatchObject({ code: 'bad-request' });
      const foreign = subject.second.call('align.start', { session, words: null });
      await expect(foreign).rejects.toMatchObject({ code: 'unknown-handle' });
      await client.call('project.close', { session });
    });

    it('puts no track in step that has no subtitles, nor one of another window', async () => {
      const opened = await client.call('project.create', { media: null, language: 'en', title: 'Film' });
      const { session } = opened;
      const request = { session, track: 'none', other: null };
      await expect(client.call('retime.start', request)).rejects.toMatchObject({ code: 'no-cues' });
      const foreign = subject.second.call('retime.start', request);
      await expect(foreign).rejects.toMatchObject({ code: 'unknown-handle' });
      await client.call('project.close', { session });
    });

    it('lets no page decide which programs run', async () => {
      const before = await client.call('settings.get', {});
      for (const change of [
        { translator: { program: '/bin/sh', args: ['-c', 'true'] } },
        { ffmpegPath: '/tmp/from-a-stranger/ffmpeg' },
      ]) {
        const taken = client.call('settings.set', { ...change, theme: 'light' });
        if (subject.programs === 'typed') expect(await taken).toMatchObject(change);
        else {
          const code = subject.programs === 'asked' ? 'program-refused' : 'program-elsewhere';
          await expect(taken).rejects.toMatchObject({ code });
          expect(await client.call('settings.get', {})).toEqual(before);
        }
      }
      const none = await client.call('settings.set', { translator: null, ffmpegPath: null });
      expect(none).toMatchObject({ translator: null, ffmpegPath: null });
      await client.call('settings.set', before);
    });

    it('has no result for a job that is not done', async () => {
      await expect(client.call('jobs.result', { job: 'nothing' })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(client.call('jobs.cancel', { job: 'nothing' })).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });
}
