/** Every place in the services and hosts that can write a file: a new one has to go through the guard, or say why not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../../..');
const WRITES =
  /\b(?:writeFileAtomic|writeFile|createWriteStream|copyFile|linkFree|appendFile|rename|runTool)\(|\bopen\([^)]*'[wa]x?\+?'/;

/** Files that write what stays with the campaign, and the ways out, which go through the guard. */
const KNOWN: Readonly<Record<string, string>> = {
  'electron/services/export/smart-packets.ts': 'reads only',
  'electron/services/export/smart-check.ts': 'reads only',
  'electron/services/export/smart.ts': 'pieces in the private folder of one run',
  'electron/services/spectrogram/spectrogram.ts': 'reads only',
  'electron/services/review/write-packet.ts': 'a way out: takes a `Cleared` and a target',
  'electron/services/export/soft-check.ts': 'reads only',
  'electron/services/export/overlay.ts': 'reads only, but for `run-plan.ts`',
  'electron/services/export/hardware.ts': 'tries encoders, writes nothing',
  'electron/platform/files.ts': 'the means of writing',
  'electron/platform/spawn.ts': 'the means of running tools',
  'electron/services/align/listen.ts': 'reads only',
  'electron/services/contrast/contrast.ts': 'reads only',
  'electron/services/export/burned-check.ts': 'reads only',
  'electron/services/export/covered-check.ts': 'reads only',
  'electron/services/export/hushed-check.ts': 'reads only',
  'electron/services/export/still.ts': 'a picture for the screen, through a pipe',
  'electron/services/export/run-plan.ts': 'a way out: writes where `export-video.ts` got a target for',
  'electron/services/export/manifest.ts':
    'record of exports: holds no name, and reasons that are looked through',
  'electron/services/export/record.ts':
    'record beside a file: holds no name, and reasons that are looked through',
  'electron/services/export/queue-file.ts': 'the queue, in the app’s own folder',
  'electron/services/export/target.ts': 'THE way out: gives no target without a clearance',
  'electron/services/export/verify-video.ts': 'reads only',
  'electron/services/branding/campaign-branding.ts': 'logo and card of the campaign, for itself',
  'electron/services/branding/clean-brand.ts': 'draws them anew into a private folder',
  'electron/services/fonts/campaign-fonts.ts': 'fonts of the campaign, for itself',
  'electron/services/export/work-folder.ts': 'private folder of one run, gone after it',
  'electron/services/media/cache.ts': 'cache of the app',
  'electron/services/media/packets.ts': 'reads only',
  'electron/services/media/probe.ts': 'reads only',
  'electron/services/media/proxy.ts': 'cache of the app',
  'electron/services/memory/translation-help.ts': 'translation memory of the campaign, for itself',
  'electron/services/projects/journal.ts': 'project',
  'electron/services/projects/load.ts': 'project',
  'electron/services/projects/lock.ts': 'project',
  'electron/services/projects/open.ts': 'project',
  'electron/services/projects/saving.ts': 'project',
  'electron/services/safety/edit-names.ts': 'do-not-name list of the campaign, for itself',
  'electron/services/safety/metadata.ts': 'reads only',
  'electron/services/sample/sample.ts': 'the sample, of invented people',
  'electron/services/settings/settings.ts': 'settings of the app',
  'electron/services/shots/shots.ts': 'reads only',
  'electron/services/spelling/campaign-words.ts': 'word list of the campaign, for itself',
  'electron/services/tools/tools.ts': 'asks tools what they can',
  'electron/services/translation/machine.ts':
    'a way out, to a program of the person’s own: takes a `Cleared`',
  'electron/services/waveform/waveform.ts': 'reads only',
  'electron/hosts/cli/commands/check.ts': 'report of findings, for the campaign itself',
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => relative(ROOT, join(ROOT, folder, name)));
}

it('what writes files is known; whatever leaves goes through services/export/target.ts and its clearance', () => {
  const writing = sources('electron').filter((path) => WRITES.test(readFileSync(join(ROOT, path), 'utf8')));
  expect(writing.sort()).toEqual(Object.keys(KNOWN).sort());
});
