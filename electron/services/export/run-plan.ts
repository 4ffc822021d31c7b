/** Runs one plan of ffmpeg and turns a failure into an error a person understands. */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ffmpegError, saysDiskFull } from '../../../shared/ffmpeg/errors';
import type { FfmpegPlan } from '../../../shared/ffmpeg/plan';
import { createProgressParser } from '../../../shared/ffmpeg/progress';
import { runTool } from '../../platform/spawn';
import { ffmpegArguments } from './ffmpeg-arguments';
import { workFolderEnvironment } from './work-folder';

export interface RunPlanOptions {
  readonly ffmpeg: string;
  /** The private folder. */
  readonly folder: string;
  readonly mediaPath: string;
  /** What is written, for messages; `path` is its temporary name. */
  readonly target: { readonly name: string; readonly path: string };
  /** How long the output will be, in ms; 0 where that is not known. */
  readonly durationMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  readonly onStderrLine?: ((line: string) => void) | undefined;
}

/** Throws `cancelled`, `tool-missing`, and what `ffmpegError` makes of a failed run. */
export async function runPlan(plan: FfmpegPlan, options: RunPlanOptions): Promise<void> {
  const { ffmpeg, folder, mediaPath, target, signal, onProgress, onStderrLine } = options;
  const progress = createProgressParser(options.durationMs);
  for (const [name, text] of Object.entries(plan.files ?? {}))
    await writeFile(join(folder, name), text, { mode: 0o600 });
  const run = await runTool({
    command: ffmpeg,
    args: ffmpegArguments(plan),
    cwd: folder,
    env: workFolderEnvironment(folder),
    signal,
    onStderrLine,
    onStdoutLine: (line) => {
      const step = progress(line);
      if (step) onProgress?.(step.fraction);
    },
  });
  if (run.code === 0 && !saysDiskFull(run.stderrTail)) return;
  throw ffmpegError({
    tool: 'ffmpeg',
    code: run.code,
    stderr: run.stderrTail,
    name: basename(mediaPath),
    targetName: target.name,
    paths: [mediaPath, target.path],
  });
}
