import { expect, it } from 'vitest';
import { createSettings } from '../../../../electron/services/settings/settings';
import { requireApproval, shownCommand, wantedPrograms } from '../../../../shared/safety/programs';

const before = await createSettings('/nowhere').settings.get();
const translator = { program: '/opt/model', args: ['{source}'] };

it('finds the programs that a change names anew', () => {
  expect(wantedPrograms(before, { theme: 'light', layout: { a: 1 } })).toEqual([]);
  expect(wantedPrograms(before, { translator, ffmpegPath: '/opt/ffmpeg' })).toEqual([
    { use: 'ffmpeg', command: ['/opt/ffmpeg'] },
    { use: 'translator', command: ['/opt/model', '{source}'] },
  ]);
  const inUse = { ...before, translator, ffmpegPath: '/opt/ffmpeg' };
  expect(wantedPrograms(inUse, { translator: { ...translator }, ffmpegPath: '/opt/ffmpeg' })).toEqual([]);
  expect(wantedPrograms(inUse, { translator: null, ffmpegPath: null })).toEqual([]);
  expect(wantedPrograms(inUse, { translator: { ...translator, args: [] } })).toHaveLength(1);
});

it('takes none that nobody agreed to', async () => {
  const program = { use: 'translator', command: ['/opt/model'] } as const;
  await expect(requireApproval(program, null)).rejects.toMatchObject({ code: 'program-elsewhere' });
  const no = requireApproval(program, () => Promise.resolve(false));
  await expect(no).rejects.toMatchObject({ code: 'program-refused' });
  await requireApproval(program, () => Promise.resolve(true));
});

it('shows a command as it is, with what cannot be seen as numbers', () => {
  expect(shownCommand(['/usr/bin/python3', 'm.py', '{source}'])).toBe('/usr/bin/python3\nm.py\n{source}');
  expect(shownCommand(['/opt/\u202egnp.exe', 'a\nb', 'қазақша'])).toBe(
    '/opt/\\u{202e}gnp.exe\na\\u{a}b\nқазақша',
  );
  expect(shownCommand(['x'.repeat(500)])).toBe(`${'x'.repeat(200)}…`);
  expect(shownCommand(Array.from({ length: 20 }, () => 'a')).split('\n')).toHaveLength(13);
});
