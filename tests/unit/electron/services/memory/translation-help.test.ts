import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTranslationHelp } from '../../../../../electron/services/memory/translation-help';
import { parseTmx, writeTmx } from '../../../../../shared/translation/memory/tmx';
import { sampleProject } from '../../../../support/sample-project';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outspoken-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const EARLIER = writeTmx([{ source: 'Hello', target: 'Привет' }], 'en', 'ru');
const file = () => join(folder, 'memory.ru.tmx');
const keep = async () => {
  const project = sampleProject();
  const track = project.tracks.find(({ id }) => id === 'ru');
  if (track) await createTranslationHelp().keep(join(folder, 'p.outspoken'), project, track);
  return parseTmx(readFileSync(file(), 'utf8'), 'en', 'ru').units.map(({ target }) => target);
};

it('keeps what a memory held that another tool saved in UTF-16', async () => {
  writeFileSync(file(), Buffer.from(`\ufeff${EARLIER.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
  expect(await keep()).toEqual(['Привет', 'Мы занимаемся', 'правами человека.']);
  expect(readdirSync(folder)).toEqual(['memory.ru.tmx']);
});

it('keeps a memory aside of which not all can be read', async () => {
  const cut = EARLIER.slice(0, EARLIER.indexOf('</body>'));
  writeFileSync(file(), cut);
  expect(await keep()).toEqual(['Привет', 'Мы занимаемся', 'правами человека.']);
  expect(readFileSync(`${file()}.damaged-1`, 'utf8')).toBe(cut);
});
