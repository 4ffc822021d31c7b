/** The one importer of fluent-ffmpeg, which builds argument lists for us. It starts nothing: `facts.md` says why. */
import ffmpeg, { type FfmpegCommand } from 'fluent-ffmpeg';
import type { FfmpegPlan } from '../../../shared/ffmpeg/plan';

/** The arguments of one run of ffmpeg (2.1.3's own order: inputs with their options, filters, output options, output). */
export function ffmpegArguments(plan: FfmpegPlan): string[] {
  // Left to itself it looks for its presets by __dirname, which a bundle of ES modules does not have.
  const command = ffmpeg({ presets: 'none' });
  for (const { options, input } of plan.inputs) {
    command.input(input);
    // Given as one array they would be split at spaces; given none it would throw.
    if (options.length > 0) command.inputOptions(...options);
  }
  if (plan.graph !== null) command.complexFilter(plan.graph);
  command.outputOptions(...plan.outputOptions).output(plan.output);
  return argumentsOf(command);
}

function argumentsOf(command: FfmpegCommand): string[] {
  // Not in its types, though it is what its own run() spawns; the version is pinned and tests/unit holds the result.
  return (command as unknown as { _getArguments(): string[] })._getArguments();
}
