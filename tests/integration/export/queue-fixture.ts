/** What the tests of the export queue share. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Client } from '../../../shared/api/client';
import type { ExportOutput } from '../../../shared/domain/export';
import { isOpen, type ExportQueue } from '../../../shared/domain/queue';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';

export const subtitles = (format: 'srt' | 'vtt' | 'ass' | 'ttml' | 'stl'): ExportOutput => ({
  ...{ kind: 'subtitles', format, speakers: false },
  text: { encoding: 'utf8', bom: false, lineEnd: 'lf' },
});
export const burned: ExportOutput = PLAIN_BURN_IN;
export const NAMING = '{title}.{lang}.{ext}';

export const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Waits until nothing is open or all is paused. */
export async function settled(client: Client): Promise<ExportQueue> {
  for (;;) {
    const queue = await client.call('queue.get', {});
    const isWorking = queue.entries.some(({ state }) => state === 'running');
    if (!isWorking && (queue.paused !== null || !queue.entries.some(isOpen))) return queue;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
