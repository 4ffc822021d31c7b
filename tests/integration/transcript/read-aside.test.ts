import { expect, it } from 'vitest';
import { readTranscript } from '../../../electron/services/transcript/read';
import { readTranscriptAside } from '../../../electron/services/transcript/read-aside';

it('reads a large transcript on its own thread, to the same result, while the main thread goes on', async () => {
  const text = Array.from(
    { length: 20_000 },
    (_, n) => `Speaker ${n % 2 ? 'Anna' : 'Bota'}: Sentence number ${n}.`,
  ).join('\n\n');
  let turns = 0;
  const watch = setInterval(() => (turns += 1), 1);
  const aside = await readTranscriptAside({ bytes: Buffer.from(text), name: 'long.txt' }, 'en', null);
  clearInterval(watch);
  expect(aside.paragraphs).toHaveLength(20_000);
  expect(aside).toEqual(await readTranscript({ bytes: Buffer.from(text), name: 'long.txt' }, 'en', null));
  // Read on the main thread it would be one turn.
  expect(turns).toBeGreaterThan(20);
});

it('brings the error of the other thread back whole', async () => {
  const zeros = new Uint8Array(200_000);
  await expect(readTranscriptAside({ bytes: zeros, name: 'zeros.txt' }, 'en', null)).rejects.toMatchObject({
    code: 'unreadable-text',
    detail: { name: 'zeros.txt' },
  });
});
