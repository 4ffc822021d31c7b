import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTools, toolPaths, type ToolPlaces } from '../../../electron/services/tools/tools';
import { Tool } from '../../../shared/api/contract';
import { temporaryFolder } from '../../support/media';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const find = (places: Partial<ToolPlaces>) =>
  findTools({ setting: null, resourcesPath: null, searchPath: '', ...places });

/** A folder of programs that answer like ffmpeg and ffprobe; `lacks` is taken out of the listings. */
function fakeTools(name: string, lacks = 'nothing'): string {
  const path = join(folder.path, name);
  mkdirSync(path, { recursive: true });
  for (const tool of ['ffmpeg', 'ffprobe']) {
    const listing = [
      ' ... aresample A->A x',
      ' ..C scale V->V x',
      ' ... ass V->V x',
      ' .S. zscale V->V x',
      ' ... tonemap V->V x',
      ' ... loudnorm A->A x',
      ' T.C drawbox V->V x',
      ' ... sendcmd V->V x',
      ' ... asendcmd A->A x',
      ' T.C aeval A->A x',
      ' ..C atempo A->A x',
      ' V....D libx264 x',
      ' V....D libx265 x',
      ' V....D libvpx-vp9 x',
      ' V....D prores_ks x',
      ' A....D aac x',
      ' A....D libopus x',
    ];
    const lines = listing.filter((line) => !line.includes(` ${lacks} `)).join('\\n');
    const answer = `case "$2" in -version) echo "${tool} version 1.0-${name} Copyright";; *) printf '${lines}\\n';; esac`;
    writeFileSync(join(path, tool), `#!/bin/sh\n${answer}\n`);
    chmodSync(join(path, tool), 0o755);
  }
  return path;
}

describe.skipIf(process.platform === 'win32')('which ffmpeg', () => {
  it('the one of this machine is complete', async () => {
    const tools = await find({ searchPath: process.env['PATH'] ?? '' });
    expect(tools.map((tool) => Tool.parse(tool))).toEqual([
      expect.objectContaining({ name: 'ffmpeg', missing: [], problem: null }),
      expect.objectContaining({ name: 'ffprobe', missing: [], problem: null }),
    ]);
    expect(toolPaths(tools, ['ass', 'libx264']).ffmpeg).toMatch(/ffmpeg/);
  });

  const bundled = () => {
    const os = { darwin: 'mac', win32: 'win' }[process.platform as string] ?? process.platform;
    return fakeTools(join('resources', 'ffmpeg', `${os}-${process.arch}`));
  };
  const resourcesPath = () => join(folder.path, 'resources');

  it('setting before bundled before PATH', async () => {
    const [inResources, onPath, chosen] = [bundled(), fakeTools('path'), fakeTools('chosen')];
    const searchPath = onPath;
    const all = { resourcesPath: resourcesPath(), searchPath };
    const pathOf = async (places: Partial<ToolPlaces>) => (await find(places)).map(({ path }) => path);
    expect(await pathOf({ searchPath })).toEqual([join(onPath, 'ffmpeg'), join(onPath, 'ffprobe')]);
    expect(await pathOf(all)).toEqual([join(inResources, 'ffmpeg'), join(inResources, 'ffprobe')]);
    const both = [join(chosen, 'ffmpeg'), join(chosen, 'ffprobe')];
    expect(await pathOf({ ...all, setting: chosen })).toEqual(both);
    expect(await pathOf({ ...all, setting: join(chosen, 'ffmpeg') })).toEqual(both);
  });

  it('a complete one further along PATH before a weak one', async () => {
    const [weak, complete] = [fakeTools('weak', 'ass'), fakeTools('complete')];
    const [tool] = await find({ searchPath: [weak, complete].join(delimiter) });
    expect(tool).toMatchObject({ path: join(complete, 'ffmpeg'), version: '1.0-complete', problem: null });
  });

  it('never one from a relative folder or the current one', async () => {
    const [tool] = await find({ searchPath: ['', '.', 'node_modules/.bin'].join(delimiter) });
    expect(tool?.path).toBeNull();
  });

  it('is looked at again when it was changed', async () => {
    const path = fakeTools('changing', 'ass');
    expect((await find({ searchPath: path }))[0]?.missing).toEqual(['ass']);
    fakeTools('changing');
    utimesSync(join(path, 'ffmpeg'), 1, 1);
    expect((await find({ searchPath: path }))[0]?.missing).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('what is wrong is explained', () => {
  it.each([
    ['ass', /libass.*burned-in.*Everything else works.*Install/s],
    ['libx264', /libx264.*burned-in.*previews.*Install/s],
    ['aac', /aac/],
  ])('without %s', async (lacks, message) => {
    const tools = await find({ searchPath: fakeTools('weak', lacks) });
    expect(tools[0]).toMatchObject({ missing: [lacks], problem: { code: 'tool-weak' } });
    expect(tools[0]?.problem?.message).toMatch(message);
    // What does not need it still runs.
    expect(toolPaths(tools).ffmpeg).toContain('weak');
    expect(() => toolPaths(tools, [lacks])).toThrow(message);
  });

  it('nothing there', async () => {
    const tools = await find({});
    expect(tools[0]).toMatchObject({
      path: null,
      problem: { code: 'tool-missing', detail: { tool: 'ffmpeg' } },
    });
    expect(() => toolPaths(tools)).toThrow(/Install ffmpeg/);
  });

  it.each([
    ['nowhere', () => join(folder.path, 'nowhere')],
    ['a relative path', () => 'ffmpeg'],
    ['a program that is not ffmpeg', () => '/bin/cat'],
    ['a text file', () => (writeFileSync(join(folder.path, 'x.txt'), 'x'), join(folder.path, 'x.txt'))],
    ['a loop', () => (symlinkSync('loop', join(folder.path, 'loop')), join(folder.path, 'loop'))],
  ])('a setting that names %s says so, and nothing else is tried', async (_, setting) => {
    const path = setting();
    const [tool] = await find({ setting: path, searchPath: process.env['PATH'] ?? '' });
    expect(tool).toMatchObject({ path: null, problem: { code: 'tool-missing' } });
    expect(tool?.problem?.message).toContain(path);
  });

  it('an empty setting is none', async () => {
    const [tool] = await find({ setting: '', searchPath: process.env['PATH'] ?? '' });
    expect(tool?.problem).toBeNull();
  });
});
