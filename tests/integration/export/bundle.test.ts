import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../support/media';

const Module = z.object({
  ffmpegArguments: z.custom<(plan: unknown) => string[]>((value) => typeof value === 'function'),
});

test('fluent-ffmpeg also builds arguments from inside an ES module bundle, which has no __dirname', async () => {
  const folder = temporaryFolder();
  const root = join(import.meta.dirname, '../../..');
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: true,
        outDir: folder.path,
        rollupOptions: {
          input: join(root, 'electron/services/export/ffmpeg-arguments.ts'),
          output: { entryFileNames: 'bundle.mjs', format: 'es' },
        },
      },
    });
    const loaded: unknown = await import(pathToFileURL(join(folder.path, 'bundle.mjs')).href);
    const plan = {
      inputs: [{ options: ['-a', 'b'], input: 'file:in' }],
      graph: 'null',
      outputOptions: ['-c', 'd'],
    };
    expect(Module.parse(loaded).ffmpegArguments({ ...plan, output: 'file:out' })).toEqual([
      ...['-a', 'b', '-i', 'file:in', '-filter_complex', 'null', '-c', 'd', 'file:out'],
    ]);
  } finally {
    folder.remove();
  }
});
