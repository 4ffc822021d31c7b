import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCampaignNames, saveCampaignNames } from '../../../../../electron/services/safety/edit-names';
import type { ProtectedName } from '../../../../../shared/domain/protected-name';
import { temporaryFolder } from '../../../../support/media';

const AYA: ProtectedName = {
  ...{ name: 'Aya', aliases: [], kind: 'person', languages: [], pseudonym: null },
};

let campaign: ReturnType<typeof temporaryFolder>;
let project: string;
beforeEach(() => {
  campaign = temporaryFolder();
  project = join(campaign.path, 'interview');
  mkdirSync(project);
});
afterEach(() => campaign.remove());
const places = () => ({ folders: [project], target: project });
const at = (...parts: string[]) => join(campaign.path, ...parts, 'do-not-name.csv');

it('makes a first list beside the project, and none before something is in it', async () => {
  const none = await readCampaignNames(places());
  expect(none).toMatchObject({ names: [], others: 0, folder: 'interview' });
  expect(existsSync(at('interview'))).toBe(false);
  const saved = await saveCampaignNames(places(), [AYA], none.revision);
  expect(saved.names).toEqual([AYA]);
  expect(saved.revision).not.toBe(none.revision);
  expect(await readCampaignNames(places())).toEqual(saved);
});

it('edits the nearest list there is, keeps remarks, what it was, and counts those above', async () => {
  writeFileSync(at(), 'name,aliases\n# ask Dana before changing\nAlmaty,\n');
  const found = await readCampaignNames(places());
  expect(found.names.map(({ name }) => name)).toEqual(['Almaty']);
  await saveCampaignNames(places(), [...found.names, AYA], found.revision);
  expect(existsSync(at('interview'))).toBe(false);
  expect(readFileSync(at(), 'utf8')).toContain('# ask Dana before changing');
  expect(readFileSync(`${at()}.bak`, 'utf8')).toContain('name,aliases\n');
  writeFileSync(at('interview'), 'Dana\n');
  expect(await readCampaignNames(places())).toMatchObject({ others: 2, folder: 'interview' });
});

it('does not write over what another program changed meanwhile', async () => {
  writeFileSync(at(), 'name\nAlmaty\n');
  const { revision } = await readCampaignNames(places());
  writeFileSync(at(), 'name\nAlmaty\nDana\n');
  await expect(saveCampaignNames(places(), [AYA], revision)).rejects.toMatchObject({ code: 'names-changed' });
  expect(readFileSync(at(), 'utf8')).toContain('Dana');
});
